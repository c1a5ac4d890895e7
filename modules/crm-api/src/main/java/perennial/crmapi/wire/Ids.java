package perennial.crmapi.wire;

import java.util.regex.Pattern;
import perennial.kernel.UnknownException;
import perennial.kernel.Words;

/** Numbers in an address: what is no number names nothing. */
public final class Ids {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Ids() {}

    public static long number(Words kind, String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw nothing(kind, id);
        }
        return Long.parseLong(id);
    }

    public static NamesNothingException nothing(Words kind, String id) {
        return new NamesNothingException(kind, id);
    }

    /** An id that names nothing. */
    public static final class NamesNothingException extends UnknownException {
        NamesNothingException(Words kind, String id) {
            super(kind, id);
        }
    }
}
