package perennial.kernel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something given from outside can't be used: which field, what it held, why not, and what mends it. */
public class InvalidInputException extends RuntimeException {
    private final String field;
    private final String value;
    private final String reason;
    private final String fix;

    public InvalidInputException(String field, @Nullable Object value, String reason, String fix) {
        super(field + ": " + reason + " (was: " + value + "); " + fix);
        this.field = field;
        this.value = Objects.toString(value, "");
        this.reason = reason;
        this.fix = fix;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String reason() {
        return reason;
    }

    public String fix() {
        return fix;
    }
}
