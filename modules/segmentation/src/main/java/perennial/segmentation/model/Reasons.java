package perennial.segmentation.model;

import java.util.Locale;
import perennial.analytics.language.Phrases;
import perennial.kernel.Words;

/** What is said about segmentations, in both languages. */
public final class Reasons {
    private static final Phrases PHRASES = Phrases.beside(Reasons.class, "reasons");

    private Reasons() {}

    public static Words tooFew(Base base) {
        return of("too-few", base.customers().size(), Base.FEWEST_BUYERS);
    }

    /** Why a version without one before it goes live. */
    public static Words first() {
        return of("live.first");
    }

    /** A phrase with its places filled. */
    public static Words of(String key, Object... arguments) {
        return new Words(
                PHRASES.format(Locale.ENGLISH, key, arguments),
                PHRASES.format(Locale.SIMPLIFIED_CHINESE, key, arguments));
    }
}
