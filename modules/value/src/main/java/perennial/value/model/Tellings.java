package perennial.value.model;

import java.util.Locale;
import perennial.analytics.language.Phrases;
import perennial.analytics.valuation.ValueFit;
import perennial.kernel.Words;

/** The reasons that a run tells for its model. */
public final class Tellings {
    private static final Phrases PHRASES = Phrases.beside(Tellings.class, "reasons");

    private Tellings() {}

    public static Words words(String key, Object... arguments) {
        return new Words(
                PHRASES.format(Locale.ENGLISH, key, arguments),
                PHRASES.format(Locale.SIMPLIFIED_CHINESE, key, arguments));
    }

    static Words joined(Words first, Words second) {
        return new Words(first.english() + " " + second.english(), first.chinese() + second.chinese());
    }

    /** The model in force has no fit, but another one has. */
    static Words fallenBack(ValueFit wanted, ValueFit used) {
        return new Words(
                fallenBack(Locale.ENGLISH, wanted, wanted.reason().english(), used),
                fallenBack(Locale.SIMPLIFIED_CHINESE, wanted, wanted.reason().chinese(), used));
    }

    private static String fallenBack(Locale locale, ValueFit wanted, String why, ValueFit used) {
        return PHRASES.format(
                locale, "fallen-back", wanted.kind().label(), why, used.kind().label());
    }
}
