package perennial.ruleengine;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import perennial.rules.Text;

/** The engine's sentences for people, from its two message bundles. */
final class Messages {
    private static final ResourceBundle ENGLISH = bundle(Locale.ROOT);
    private static final ResourceBundle CHINESE = bundle(Locale.SIMPLIFIED_CHINESE);
    private static final Map<String, Template> IN_ENGLISH = new ConcurrentHashMap<>();
    private static final Map<String, Template> IN_CHINESE = new ConcurrentHashMap<>();

    private Messages() {}

    static Text text(String key, Object... values) {
        return new Text(format(ENGLISH, key, values), format(CHINESE, key, values));
    }

    /** The same sentence with values that themselves have words in both languages. */
    static Text text(String key, Text... values) {
        Object[] en = new Object[values.length];
        Object[] zh = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            en[i] = values[i].en();
            zh[i] = values[i].zh();
        }
        return new Text(format(ENGLISH, key, en), format(CHINESE, key, zh));
    }

    private static String format(ResourceBundle bundle, String key, Object[] values) {
        return Arrays.stream(values).allMatch(String.class::isInstance)
                ? templates(bundle)
                        .computeIfAbsent(key, name -> Template.of(bundle.getString(name)))
                        .fill(values)
                : new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }

    private static Map<String, Template> templates(ResourceBundle bundle) {
        return bundle == ENGLISH ? IN_ENGLISH : IN_CHINESE;
    }

    /**
     * A sentence cut at its places, because most of the time of a decision went into reading patterns.
     *
     * @param plain the words before each place, and those after the last
     * @param places which value goes there
     */
    private record Template(List<String> plain, List<Integer> places) {
        /** Signs that stand in no sentence. */
        private static final String MARKS = "\uE000\uE001\uE002\uE003\uE004";

        static Template of(String pattern) {
            String marked = new MessageFormat(pattern, Locale.ROOT)
                    .format(MARKS.chars().mapToObj(Character::toString).toArray());
            List<String> plain = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            int from = 0;
            for (int i = 0; i < marked.length(); i++) {
                int mark = MARKS.indexOf(marked.charAt(i));
                if (mark >= 0) {
                    plain.add(marked.substring(from, i));
                    places.add(mark);
                    from = i + 1;
                }
            }
            plain.add(marked.substring(from));
            return new Template(plain, places);
        }

        String fill(Object[] values) {
            if (places.isEmpty()) {
                return plain.get(0);
            }
            StringBuilder words = new StringBuilder(plain.get(0));
            for (int i = 0; i < places.size(); i++) {
                words.append(values[places.get(i)]).append(plain.get(i + 1));
            }
            return words.toString();
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "perennial.ruleengine.messages",
                locale,
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
