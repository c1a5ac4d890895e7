package perennial.overview.ejb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import perennial.activity.Customers.Customer;

/** What people look a customer up by, where the shop has it: names, whole and word by word, e-mail, phone, company. */
final class SearchWords {
    private static final List<String> ATTRIBUTES = List.of(
            "name", "full_name", "first_name", "last_name", "surname", "email", "e_mail", "phone", "mobile", "company");
    private static final int LONGEST = 200;

    private SearchWords() {}

    static Set<String> of(Optional<Customer> customer) {
        Set<String> words = new TreeSet<>();
        customer.ifPresent(known -> ATTRIBUTES.stream()
                .flatMap(name -> Optional.ofNullable(known.attributes().get(name)).stream())
                .map(content -> content.strip().toLowerCase(Locale.ROOT))
                .forEach(content -> add(words, content)));
        return words;
    }

    private static void add(Set<String> words, String content) {
        words.add(cut(content));
        for (String word : content.split("\\s+", -1)) {
            words.add(cut(word));
        }
        words.remove("");
    }

    private static String cut(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    }
}
