package perennial.segmentation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Lineage;

/**
 * The versions of the segmentation: each run makes one, that places customers by centroids of its own. It goes live by
 * itself when it changes little, else it waits for a person; until then, and when it is rejected, the one before stays.
 */
public interface SegmentationVersions {
    /** Those that ever went live or waited, the newest first. */
    List<Version> all(Run inForce);

    /**
     * Puts the version that waits in force.
     *
     * @param proposal the run that made it
     * @param remark why, of the person; may be empty
     * @throws ConflictException if that one does not wait, or a run is at work
     * @throws InvalidInputException if the remark is too long
     */
    void approve(Run inForce, long proposal, Remark remark);

    /** Has the version that waits never go live; refuses as {@link #approve} does. */
    void reject(Run inForce, long proposal, Remark remark);

    /**
     * Puts the version that was live before the one in force back in force.
     *
     * @param live the version in force, so that nobody goes back twice by asking twice
     * @throws ConflictException if there is none before it, another one is in force, or a run is at work
     */
    void rollBack(Run inForce, long live, Remark remark);

    /** @param text why, in the person's words; may be empty */
    record Remark(String actor, String text) {
        public static final int LONGEST = 500;

        public Remark {
            text = text.strip();
            if (text.length() > LONGEST) {
                throw new InvalidInputException(
                        "comment",
                        text.length() + " characters",
                        new Words("it is longer than " + LONGEST + " characters", "超过 " + LONGEST + " 个字符"),
                        new Words("shorten it", "请缩短"));
            }
        }

        public Words words() {
            return new Words(text, text);
        }
    }

    /**
     * @param run that made it: its number
     * @param before the version that it comes after, to which one goes back from it; empty for the first one
     * @param segments how many
     * @param last what was decided about it last
     */
    record Version(long run, Instant asOf, State state, Optional<Long> before, int segments, Deed last) {}

    enum State {
        PROPOSED,
        LIVE,
        REJECTED,
        /** It was live once, or waited until a newer run took its place. */
        REPLACED
    }

    /**
     * @param why the reason of the run, or what the person wrote; may be empty
     */
    record Deed(Deed.Kind kind, Instant at, String actor, Words why) {
        public enum Kind {
            WENT_LIVE,
            PROPOSED,
            APPROVED,
            REJECTED,
            /** Put in force again after the one that had followed it. */
            RESTORED
        }
    }

    /**
     * A version that waits for a person.
     *
     * @param names of the segments as they are called now, by id; of one that is not there yet, as it would be
     * @param namesAfter of the segments of the version, as they would be called
     */
    record Proposal(
            Version version, Differences differences, Map<String, Words> names, Map<String, Words> namesAfter) {}

    /**
     * What would be other with a version than with the one before it.
     *
     * @param flows of today's customers, each placed once by the version before and once by this one, so that what
     *     moves moved because of the segments alone
     * @param lineage of the segments from those before
     * @param drift of each feature of the customers since the version before was made: the population stability index
     */
    record Differences(List<Flow> flows, Lineage lineage, Map<String, Double> drift) {
        public Differences {
            flows = List.copyOf(flows);
            drift = Collections.unmodifiableMap(new LinkedHashMap<>(drift));
        }

        public long customers() {
            return flows.stream().mapToLong(Flow::customers).sum();
        }

        public long moved() {
            return flows.stream()
                    .filter(flow -> !flow.from().equals(flow.to()))
                    .mapToLong(Flow::customers)
                    .sum();
        }

        /** How many customers each segment has by the version before, by id. */
        public Map<String, Long> before() {
            return sizes(Flow::from);
        }

        /** How many each one would have by this version. */
        public Map<String, Long> after() {
            return sizes(Flow::to);
        }

        private Map<String, Long> sizes(Function<Flow, String> segment) {
            return flows.stream()
                    .collect(Collectors.groupingBy(segment, TreeMap::new, Collectors.summingLong(Flow::customers)));
        }

        /** Of all customers, 0 to 1. */
        public double movedShare() {
            return customers() == 0 ? 0 : moved() / (double) customers();
        }
    }

    /**
     * @param from id of the segment by the version before
     * @param to id of the segment by this one; the same where they stay
     */
    record Flow(String from, String to, long customers) {}
}
