package perennial.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks through every line of a log for what must stand in none: secrets that are known to the test, the shop's
 * customers, and whatever has the form of an address of mail, a key or a password.
 */
record LogScan(Map<String, String> secrets, Set<String> customers) {
    private static final Map<String, Pattern> FORMS = Map.of(
            "an address of mail", Pattern.compile("[\\w.+-]+@[\\w-]+\\.[a-z]{2,}"),
            "a key",
                    Pattern.compile(
                            "Bearer +[\\w-]{8,}|(?<![\\w.$/-])(?=[\\w-]*\\d)(?=[\\w-]*[A-Z])(?=[\\w-]*[a-z])[\\w-]{43}(?![\\w.$/-])"),
            "a password", Pattern.compile("(?i)password\\W{1,3}(?!\\*)[\\w-]+"));
    private static final Pattern WORD = Pattern.compile("[\\w-]+");

    /** @param secrets what each is, by its text */
    static LogScan of(Map<String, String> secrets, Path shop) throws IOException {
        try (Stream<String> lines = Files.lines(shop.resolve("customers.csv"))) {
            Set<String> customers = lines.skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .collect(Collectors.toSet());
            return new LogScan(secrets, customers);
        }
    }

    /** What was found, with the line it stands in. */
    List<String> found(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.flatMap(this::found).toList();
        }
    }

    Stream<String> found(String line) {
        Map<String, String> found = new TreeMap<>();
        secrets.forEach((text, what) -> {
            if (!text.isEmpty() && line.contains(text)) {
                found.put(what, line);
            }
        });
        FORMS.forEach((what, form) -> {
            if (form.matcher(line).find()) {
                found.put(what, line);
            }
        });
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            if (customers.contains(word.group())) {
                found.put("customer " + word.group(), line);
            }
        }
        return found.entrySet().stream().map(each -> each.getKey() + " in: " + each.getValue());
    }
}
