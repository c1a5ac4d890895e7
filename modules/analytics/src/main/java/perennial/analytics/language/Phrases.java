package perennial.analytics.language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one package for people, from message bundles in UTF-8: {@code NAME.properties} in English and {@code
 * NAME_zh_CN.properties} in Simplified Chinese. Every kind of Chinese gets the Chinese words and everything else the
 * English ones, whatever the machine's own language is.
 */
public final class Phrases {
    private final ResourceBundle english;
    private final ResourceBundle chinese;

    private Phrases(ResourceBundle english, ResourceBundle chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** The bundle of that name beside a class. */
    public static Phrases beside(Class<?> type, String name) {
        String bundle = type.getPackageName() + "." + name;
        return new Phrases(load(type, bundle, Locale.ROOT), load(type, bundle, Locale.SIMPLIFIED_CHINESE));
    }

    private static ResourceBundle load(Class<?> type, String bundle, Locale locale) {
        ResourceBundle.Control noDetourByTheMachinesLanguage =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(bundle, locale, type.getClassLoader(), noDetourByTheMachinesLanguage);
    }

    public boolean has(String key) {
        return english.containsKey(key);
    }

    /** The phrase as it stands; a key without one is a programming error. */
    public String get(Locale locale, String key) {
        return (isChinese(locale) ? chinese : english).getString(key);
    }

    /** The phrase as a {@link MessageFormat} pattern with its places filled. */
    public String format(Locale locale, String key, Object... arguments) {
        Locale numbers = isChinese(locale) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return new MessageFormat(get(locale, key), numbers).format(arguments);
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
