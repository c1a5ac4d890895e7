package perennial.analytics.clustering;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Why there are so many segments.
 *
 * @param candidates what was found for each number of segments tried, the smallest number first
 * @param chosen the number of segments taken
 * @param verdict how the taken one stands against the demands
 */
public record Evidence(List<Candidate> candidates, int chosen, Verdict verdict) {
    public Evidence {
        candidates = List.copyOf(candidates);
    }

    /** The evidence for the number that was taken. */
    public Candidate choice() {
        return candidates.stream()
                .filter(candidate -> candidate.k() == chosen)
                .findFirst()
                .orElseThrow();
    }

    /** The same with one candidate known better. */
    Evidence with(Candidate better) {
        return new Evidence(
                candidates.stream()
                        .map(candidate -> candidate.k() == better.k() ? better : candidate)
                        .toList(),
                chosen,
                verdict);
    }

    /**
     * One number of segments.
     *
     * @param k how many segments
     * @param inertia sum of squared distances to the own centroid, in standardised coordinates
     * @param silhouette mean silhouette of a sample, -1 to 1; higher is clearer
     * @param stability mean adjusted Rand index between the segments and those refitted to bootstrap samples, 1 is the
     *     same; empty where no refit was asked for or the budget was used up before
     * @param resamples bootstrap samples that the stability rests on
     * @param smallestShare share of the base in the smallest segment
     */
    public record Candidate(
            int k, double inertia, double silhouette, OptionalDouble stability, int resamples, double smallestShare) {}

    /** How the number taken was come by. */
    public enum Verdict {
        /** The clearest of those with useful sizes that come out again. */
        CLEAREST,
        /** The clearest of those with useful sizes; none of them comes out again as it should. */
        UNSTABLE,
        /** The one whose smallest segment is largest; none has useful sizes throughout. */
        SMALL
    }
}
