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
            throw new NamesNothingException(kind, id);
        }
        return Long.parseLong(id);
    }

    /** An id that can't be one. */
    public static final class NamesNothingException extends UnknownException {
        NamesNothingException(Words kind, String id) {
            super(kind, id);
        }
    }
}
