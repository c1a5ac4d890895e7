package perennial.ruleengine;

import java.text.MessageFormat;
import java.util.ArrayList;
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
    private static final Map<String, Sentence> SENTENCES = new ConcurrentHashMap<>();

    private Messages() {}

    static Text text(String key, Object... values) {
        return areTexts(values)
                ? sentence(key).filled(values, values)
                : new Text(format(ENGLISH, key, values), format(CHINESE, key, values));
    }

    /** The same sentence with values that themselves have words in both languages. */
    static Text text(String key, Text... values) {
        Object[] en = new Object[values.length];
        Object[] zh = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            en[i] = values[i].en();
            zh[i] = values[i].zh();
        }
        return sentence(key).filled(en, zh);
    }

    private static boolean areTexts(Object[] values) {
        for (Object value : values) {
            if (!(value instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private static Sentence sentence(String key) {
        Sentence known = SENTENCES.get(key);
        return known == null ? SENTENCES.computeIfAbsent(key, Sentence::of) : known;
    }

    private static String format(ResourceBundle bundle, String key, Object[] values) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }

    /** @param whole what it says where no value goes in */
    private record Sentence(Template english, Template chinese, Text whole) {
        /** Signs that stand in no sentence. */
        private static final String MARKS = "\uE000\uE001\uE002\uE003\uE004";

        static Sentence of(String key) {
            Template english = template(ENGLISH.getString(key));
            Template chinese = template(CHINESE.getString(key));
            return new Sentence(
                    english,
                    chinese,
                    new Text(english.plain().get(0), chinese.plain().get(0)));
        }

        Text filled(Object[] en, Object[] zh) {
            return english.places().isEmpty() && chinese.places().isEmpty()
                    ? whole
                    : new Text(english.filled(en), chinese.filled(zh));
        }

        private static Template template(String pattern) {
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
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "perennial.ruleengine.messages",
                locale,
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
