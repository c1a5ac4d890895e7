package perennial.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was done, by whom, when: added to, never changed. */
public interface AuditTrail {
    /** The newest entries first, at most so many. */
    List<Entry> entries(Selection selection, int limit);

    /** The deeds that occur, in alphabetical order. */
    List<String> deeds();

    /**
     * Which entries are asked for.
     *
     * @param actor by whom; empty: by anybody
     * @param deed what was done, as {@code key.made}; empty: anything
     * @param before those with a smaller number than this; empty: from the newest on
     */
    record Selection(Optional<String> actor, Optional<String> deed, Optional<Long> before) {
        public static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), Optional.empty());

        public Selection by(String someone) {
            return new Selection(Optional.of(someone), deed, before);
        }

        public Selection of(String something) {
            return new Selection(actor, Optional.of(something), before);
        }

        public Selection before(long id) {
            return new Selection(actor, deed, Optional.of(id));
        }
    }

    /** @param id grows with time */
    record Entry(long id, Instant at, String actor, String deed, String subject) {}
}
