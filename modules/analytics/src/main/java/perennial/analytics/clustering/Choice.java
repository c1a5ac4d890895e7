package perennial.analytics.clustering;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import perennial.analytics.clustering.Evidence.Candidate;
import perennial.analytics.clustering.Evidence.Verdict;

/**
 * The stated criterion for the number of segments: of the numbers whose smallest segment is large enough to be of use
 * and whose segments come out again on bootstrap samples, the one with the highest silhouette; of equals, the fewest.
 * Where none comes out again, that demand is dropped; where none is large enough, the one whose smallest is largest.
 */
record Choice(double smallestShare, double leastStability) {

    Evidence among(List<Candidate> candidates) {
        Predicate<Candidate> useful = candidate -> candidate.smallestShare() >= smallestShare;
        Predicate<Candidate> stable = candidate -> candidate.stability().orElse(1) >= leastStability;
        List<Candidate> large = candidates.stream().filter(useful).toList();
        List<Candidate> lasting = large.stream().filter(stable).toList();
        if (!lasting.isEmpty()) {
            return new Evidence(candidates, clearest(lasting), Verdict.CLEAREST);
        }
        if (!large.isEmpty()) {
            return new Evidence(candidates, clearest(large), Verdict.UNSTABLE);
        }
        return new Evidence(
                candidates, first(candidates, Comparator.comparing(Candidate::smallestShare)), Verdict.SMALL);
    }

    private static int clearest(List<Candidate> candidates) {
        return first(candidates, Comparator.comparing(Candidate::silhouette));
    }

    private static int first(List<Candidate> candidates, Comparator<Candidate> better) {
        return candidates.stream()
                .max(better.thenComparing(Candidate::k, Comparator.reverseOrder()))
                .orElseThrow()
                .k();
    }
}
