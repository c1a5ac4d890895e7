package perennial.segmentation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** Who is in another segment than in the run before, and what moved them. */
public interface SegmentMoves {
    /** Of all customers of a run, from where they came; empty for the first one. */
    Passages passages(Run run);

    /** The way of one customer from segment to segment up to the run, the oldest move first. */
    List<Move> path(Run run, CustomerId customer);

    /** The segments before of those of the customers that moved with the run. */
    Map<CustomerId, String> before(Run run, CustomerSpan customers);

    /**
     * @param passages the largest first
     * @param names of all segments in them, by id
     */
    record Passages(List<Passage> passages, Map<String, Words> names) {
        public Passages {
            passages = List.copyOf(passages);
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        }
    }

    /**
     * @param from id of a segment; empty for customers who were in none before
     * @param to id of a segment, the same where they stayed
     * @param causes how many of them were moved by what, the most frequent first; of those who stayed none
     */
    record Passage(Optional<String> from, String to, long customers, List<Cause> causes) {
        public Passage {
            causes = List.copyOf(causes);
        }
    }

    /**
     * @param feature label of the one whose change did most of it; empty where the segments were drawn anew and the
     *     customers' own changes would have left them where they were
     */
    record Cause(Optional<String> feature, long customers) {}

    /** @param feature as of {@link Cause} */
    record Move(Instant at, String from, String to, Optional<String> feature) {}
}
