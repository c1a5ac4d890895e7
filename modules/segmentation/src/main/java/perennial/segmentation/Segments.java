package perennial.segmentation;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** The segments of the buyers, as the version in force has them; ids last from version to version. */
public interface Segments {
    void renew(Run run, Optional<Run> before, Progress progress);

    /** The segments as they are called now: by people where somebody named them, else by what sets them apart. */
    Segmentation segmentation(Run run);

    /** All about the segments of a run, of one version, whatever is decided in the meantime. */
    Report report(Run run);

    /** The customers of the run on a map, and what sets the segments apart; empty where there are none. */
    Optional<Picture> picture(Run run);

    /** Where the version in force has customers with these features, of whatever time; who never bought is not in it. */
    Map<CustomerId, String> places(Run run, List<Features> customers);

    /** Another number after the run's customers were placed by another version. */
    long placing(Run run);

    /** Has the next run look for the number of segments anew. */
    void askForSearch(String actor);

    /** Another number after a run has found segments or something was decided about a version. */
    long edition();

    /** The names that people gave, by id. */
    Map<String, Words> givenNames();

    /** What any segment is called that ever was. */
    Map<String, Words> names(Collection<String> ids);

    /**
     * Calls a segment of the run by another name, in every run from then on.
     *
     * @param actor who does it
     * @throws InvalidInputException if the name is empty or too long, or another segment of the run has it
     * @throws UnknownSegmentException if the run has no such segment
     */
    void rename(Run run, String id, Words name, String actor);

    /**
     * Has a segment of the run called by what sets it apart again.
     *
     * @throws UnknownSegmentException if the run has no such segment
     */
    void forgetName(Run run, String id, String actor);

    /** The ids of the segments in which those of the customers that are in one are now. */
    Map<CustomerId, String> of(Run run, Collection<CustomerId> customers);

    /** The same of neighbours. */
    Map<CustomerId, String> of(Run run, CustomerSpan customers);

    /** The ids of the segments in which the run placed them, whatever they did since. */
    Map<CustomerId, String> placed(Run run, CustomerSpan customers);

    /**
     * Puts customers of whom something new became known since the run where the version in force places them, in the
     * caller's transaction.
     *
     * @param changed their features now
     */
    void place(Run inForce, List<Features> changed);

    /** Drops what became known between earlier runs. */
    void begin(Run inForce);

    enum State {
        FOUND,
        NOT_ENOUGH_DATA
    }

    /**
     * @param reason why there are none, or why so many; in English and Chinese
     * @param segments the largest first
     * @param evidence for each number of segments tried
     */
    record Segmentation(State state, Words reason, List<Segment> segments, List<Evidence> evidence) {}

    /**
     * @param lineage where the segments come from, and which ones the run does not go on with
     * @param search the last one that there was, whether or not its version went live; empty where there was none
     * @param live the version that places the customers; empty where there are no segments
     * @param proposal the version that waits for a person
     */
    record Report(
            Segmentation segmentation,
            Lineage lineage,
            Optional<Search> search,
            Optional<SegmentationVersions.Version> live,
            Optional<SegmentationVersions.Proposal> proposal) {}

    /**
     * @param name in English and Chinese, made from what sets the segment apart
     * @param share of the customers who are in a segment, 0 to 1
     * @param sales what its members spent so far
     * @param expectedValue what they are expected to spend in 12 months; empty where not known
     * @param centroid the mean by feature label, in the feature's own unit
     */
    record Segment(
            String id,
            Words name,
            long size,
            double share,
            Money sales,
            Optional<Money> expectedValue,
            Map<String, Double> centroid,
            List<Claim> claims) {}

    /**
     * @param origins by id of the segment; of the first segmentation there are none
     * @param ends of segments before
     */
    record Lineage(Map<String, Origin> origins, List<End> ends) {
        public Lineage {
            origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
            ends = List.copyOf(ends);
        }
    }

    /**
     * @param before id of the segment that it is, or that it was split from
     * @param overlap with that one: customers in both by customers in either, 0 to 1
     */
    record Origin(Origin.Kind kind, Optional<String> before, double overlap) {
        public enum Kind {
            /** It is a segment that was there before. */
            CONTINUED,
            /** Most of its customers are from one segment, which another one continues or several share. */
            SPLIT,
            /** Its customers come from here and there. */
            NEW
        }
    }

    /** @param into id of the segment that took most of its customers */
    record End(String id, End.Kind kind, Optional<String> into) {
        public enum Kind {
            MERGED,
            /** Its customers went here and there. */
            VANISHED
        }
    }

    /**
     * @param shown share of the customers' variance that the map shows, 0 to 1
     * @param middles of the segments on the map
     * @param dots some of the customers on the map
     * @param profiles by id of the segment, and by feature label: how many standard deviations the segment's centroid
     *     lies above the middle of the base
     */
    record Picture(double shown, List<Dot> middles, List<Dot> dots, Map<String, Map<String, Double>> profiles) {
        public Picture {
            middles = List.copyOf(middles);
            dots = List.copyOf(dots);
            profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
        }
    }

    /** A place on the map, along the two directions in which the customers differ most; the middle of all is at 0, 0. */
    record Dot(String segment, double x, double y) {}

    /** Why the number of segments was looked for. */
    enum Cause {
        FIRST,
        DEMAND,
        /** The last search was long ago. */
        AGE,
        /** The customers are no longer those of the last search. */
        DRIFT
    }

    /**
     * @param at the instant of the run that searched
     * @param drift of the run's buyers since then: the population stability index by feature label
     */
    record Search(Instant at, Cause cause, Map<String, Double> drift) {}

    /** One thing a name says: the segment's mean of a feature against that of all. */
    record Claim(String feature, double segment, double base) {}

    record Evidence(int k, double inertia, double silhouette, Optional<Double> stability, double smallestShare) {}
}
