package perennial.crmapi.wire;

import org.jspecify.annotations.Nullable;
import perennial.kernel.InvalidInputException;

/** Parts of a request that must be there. */
public final class Bodies {
    private Bodies() {}

    public static <T> T given(@Nullable T body) {
        return given(body, "body");
    }

    public static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidInputException(field, "", "it is missing", "send " + field);
        }
        return value;
    }
}
