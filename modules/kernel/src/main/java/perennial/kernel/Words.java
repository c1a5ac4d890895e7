package perennial.kernel;

import java.util.Locale;

/** The same sentence for people in English and in Simplified Chinese. */
public record Words(String english, String chinese) {
    /** Every kind of Chinese reads the Chinese words, everybody else the English ones. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
