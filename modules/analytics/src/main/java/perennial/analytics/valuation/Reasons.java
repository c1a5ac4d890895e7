package perennial.analytics.valuation;

import java.util.Locale;
import perennial.analytics.language.Phrases;
import perennial.kernel.Words;

/** The sentences of this package. */
final class Reasons {
    private static final Phrases PHRASES = Phrases.beside(Reasons.class, "reasons");

    private Reasons() {}

    /** A log score, as exactly as a difference counts. */
    static String score(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    static Words join(Words first, Words second) {
        return new Words(first.english() + " " + second.english(), first.chinese() + second.chinese());
    }

    static Words words(String key, Object... arguments) {
        return new Words(
                PHRASES.format(Locale.ENGLISH, key, arguments),
                PHRASES.format(Locale.SIMPLIFIED_CHINESE, key, arguments));
    }
}
