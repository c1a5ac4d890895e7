package perennial.kernel;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something given from outside can't be used: which field, what it held, why not, and what mends it. */
public class InvalidInputException extends RuntimeException {
    private final String field;
    private final String value;
    private final Words reason;
    private final Words fix;

    public InvalidInputException(String field, @Nullable Object value, Words reason, Words fix) {
        super(told(field, value, reason, fix, Locale.ENGLISH));
        this.field = field;
        this.value = Objects.toString(value, "");
        this.reason = reason;
        this.fix = fix;
    }

    /** For algorithms and the programs of a shell, whose readers are developers: in English alone. */
    public InvalidInputException(String field, @Nullable Object value, String reason, String fix) {
        this(field, value, new Words(reason, reason), new Words(fix, fix));
    }

    /** The same of a field whose full name begins with this. */
    public InvalidInputException under(String prefix) {
        InvalidInputException named = new InvalidInputException(prefix + field, value, reason, fix);
        named.initCause(this);
        return named;
    }

    private static String told(String field, @Nullable Object value, Words reason, Words fix, Locale locale) {
        Words form = new Words("%s: %s (was: %s); %s", "%s：%s（给出的是：%s）；%s");
        return form.in(locale).formatted(field, reason.in(locale), value, fix.in(locale));
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String reason() {
        return reason(Locale.ENGLISH);
    }

    public String reason(Locale locale) {
        return reason.in(locale);
    }

    public String fix() {
        return fix(Locale.ENGLISH);
    }

    public String fix(Locale locale) {
        return fix.in(locale);
    }

    /** All of it in one sentence. */
    public String message(Locale locale) {
        return told(field, value, reason, fix, locale);
    }
}
