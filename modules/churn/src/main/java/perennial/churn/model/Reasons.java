package perennial.churn.model;

import java.util.Locale;
import perennial.analytics.language.Phrases;
import perennial.kernel.Words;

/** What is said about churn models, in both languages. */
public final class Reasons {
    private static final Phrases PHRASES = Phrases.beside(Reasons.class, "reasons");

    private Reasons() {}

    /** A phrase with its places filled. */
    public static Words of(String key, Object... arguments) {
        return new Words(
                PHRASES.format(Locale.ENGLISH, key, arguments),
                PHRASES.format(Locale.SIMPLIFIED_CHINESE, key, arguments));
    }
}
