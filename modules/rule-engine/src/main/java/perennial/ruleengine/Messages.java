package perennial.ruleengine;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import perennial.rules.Text;

/** The engine's sentences for people, from its two message bundles. */
final class Messages {
    private static final ResourceBundle ENGLISH = bundle(Locale.ROOT);
    private static final ResourceBundle CHINESE = bundle(Locale.SIMPLIFIED_CHINESE);

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
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "perennial.ruleengine.messages",
                locale,
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
