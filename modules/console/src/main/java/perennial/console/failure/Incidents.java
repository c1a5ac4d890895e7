package perennial.console.failure;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Faults of ours: told to people by a number, and to the log in full. */
final class Incidents {
    private static final Logger LOG = System.getLogger(Incidents.class.getName());
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f-]{36}");

    private Incidents() {}

    static String log(@Nullable Throwable failure) {
        String number = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "incident " + number, failure);
        return number;
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static Stream<Throwable> causes(@Nullable Throwable failure) {
        return failure == null ? Stream.of() : Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
