package perennial.rules;

import java.util.Locale;

/** Words for people, in English and in Simplified Chinese. */
public record Text(String en, String zh) {

    /** The Chinese words for any Chinese locale, else the English ones. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
    }
}
