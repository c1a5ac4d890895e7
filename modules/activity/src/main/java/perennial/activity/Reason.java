package perennial.activity;

import java.util.Locale;
import java.util.Optional;
import perennial.analytics.language.Phrases;

/** Why a line of a file could not be used. */
public enum Reason {
    NO_CUSTOMER,
    NO_ORDER,
    NO_PRODUCT,
    NO_TIME,
    NO_VALUE,
    NOT_A_TIME,
    NOT_A_DATE,
    NOT_A_NUMBER,
    NOT_A_WHOLE_NUMBER,
    QUANTITY_NOT_ABOVE_ZERO,
    PRICE_NOT_ABOVE_ZERO,
    BELOW_ZERO,
    OTHER_CURRENCY,
    UNKNOWN_WORD,
    OUT_OF_RANGE,
    TOO_LONG,
    WRONG_NUMBER_OF_FIELDS,
    NOT_JSON;

    private static final Phrases TITLES = Phrases.beside(Reason.class, "reasons");

    /** The name in reports and files: no-customer. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name for people. */
    public String title(Locale locale) {
        return TITLES.get(locale, code());
    }

    /** The reason that a report calls by this code. */
    public static Optional<Reason> of(String code) {
        for (Reason reason : values()) {
            if (reason.code().equals(code)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
