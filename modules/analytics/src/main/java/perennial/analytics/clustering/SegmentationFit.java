package perennial.analytics.clustering;

import java.time.Duration;
import java.util.function.Function;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Progress;

/**
 * A base of customers cut into segments: by k-means on prepared columns, with the number of segments chosen by
 * evidence. The same base, settings and seed give the same result on any number of threads, as long as the budget for
 * stability was not used up.
 *
 * @param segmentation the segments, and what it takes to place further customers
 * @param assignment the segment of each row of the base
 * @param evidence why there are so many segments
 * @param kernel the code that moved the centres
 * @param seed what chance was seeded with
 */
public record SegmentationFit(
        Segmentation segmentation, Assignment assignment, Evidence evidence, Kernel kernel, long seed) {

    /**
     * What to find and how.
     *
     * @param rules how columns are prepared
     * @param search how the number of segments is chosen
     * @param effort how the centres are moved
     * @param seed what chance is seeded with
     */
    public record Settings(Preparation.Rules rules, Search search, Effort effort, long seed) {
        /** The usual rules, 4 to 8 segments. */
        public static Settings usual(long seed) {
            return new Settings(Preparation.Rules.usual(), Search.between(4, 8), Effort.usual(), seed);
        }

        public Settings withSegments(int fewest, int most) {
            return new Settings(rules, search.within(fewest, most), effort, seed);
        }

        public Settings withRules(Preparation.Rules rules) {
            return new Settings(rules, search, effort, seed);
        }

        public Settings withEffort(Effort effort) {
            return new Settings(rules, search, effort, seed);
        }

        public Settings withSearch(Search search) {
            return new Settings(rules, search, effort, seed);
        }
    }

    /**
     * How the number of segments is chosen.
     *
     * @param fewest the least number tried, at least 2
     * @param most the largest number tried
     * @param smallestShare a segment with a smaller share of the base is of no use
     * @param leastStability segments that come out again with a smaller adjusted Rand index do not last
     * @param starts k-means++ starts of which the best is taken; tried on a sample of at most {@link #SAMPLE} rows
     * @param resamples bootstrap samples for the stability; 0 leaves it unknown
     * @param budget no further bootstrap sample is begun after so much time
     */
    public record Search(
            int fewest,
            int most,
            double smallestShare,
            double leastStability,
            int starts,
            int resamples,
            Duration budget) {
        /** Rows on which starts are compared. */
        public static final int SAMPLE = 20_000;
        /** Rows of a bootstrap sample. */
        public static final int RESAMPLE = 4_000;
        /** Rows on which silhouettes are computed. */
        public static final int SILHOUETTE = 2_000;

        public Search {
            require(
                    fewest >= 2 && fewest <= most,
                    "segments",
                    fewest + ".." + most,
                    "a range of at least 2 segments is needed");
            require(smallestShare >= 0 && smallestShare <= 0.5, "smallestShare", smallestShare, "must be 0 to 0.5");
            require(leastStability >= -1 && leastStability <= 1, "leastStability", leastStability, "must be -1 to 1");
            require(starts >= 1, "starts", starts, "must be at least 1");
            require(resamples >= 0, "resamples", resamples, "must be at least 0");
            require(!budget.isNegative(), "budget", budget, "must not be negative");
        }

        /** A smallest share of 3 %, a stability of 0.6, 8 starts, 10 bootstrap samples within 20 seconds. */
        public static Search between(int fewest, int most) {
            return new Search(fewest, most, 0.03, 0.6, 8, 10, Duration.ofSeconds(20));
        }

        public Search withBudget(Duration budget) {
            return new Search(fewest, most, smallestShare, leastStability, starts, resamples, budget);
        }

        public Search within(int fewest, int most) {
            return new Search(fewest, most, smallestShare, leastStability, starts, resamples, budget);
        }
    }

    /**
     * How the centres are moved.
     *
     * @param kernel the code that does it
     * @param tolerance as scikit-learn's: centres rest when the squares of their moves add up to at most so much of the
     *     mean variance of the columns; 0 goes on until no customer changes the segment. JSAT's kernel has none
     * @param iterations rounds at most; JSAT's kernel knows no limit
     * @param threads how many threads work
     * @param deadline after so much time a fit without a result is given up
     */
    public record Effort(Kernel kernel, double tolerance, int iterations, int threads, Duration deadline) {
        public Effort {
            require(tolerance >= 0, "tolerance", tolerance, "must be at least 0");
            require(iterations >= 1, "iterations", iterations, "must be at least 1");
            require(threads >= 1, "threads", threads, "must be at least 1");
            require(!deadline.isNegative(), "deadline", deadline, "must not be negative");
        }

        /** The plain kernel on all cores to full convergence, within 1,000 rounds and 10 minutes. */
        public static Effort usual() {
            return new Effort(Kernel.FLAT, 0, 1000, Runtime.getRuntime().availableProcessors(), Duration.ofMinutes(10));
        }

        public Effort withKernel(Kernel kernel) {
            return new Effort(kernel, tolerance, iterations, threads, deadline);
        }

        public Effort withTolerance(double tolerance) {
            return new Effort(kernel, tolerance, iterations, threads, deadline);
        }

        public Effort withThreads(int threads) {
            return new Effort(kernel, tolerance, iterations, threads, deadline);
        }

        public Effort withDeadline(Duration deadline) {
            return new Effort(kernel, tolerance, iterations, threads, deadline);
        }
    }

    private static void require(boolean holds, String field, Object value, String reason) {
        if (!holds) {
            throw new InvalidInputException(field, value, reason, "see the meaning of " + field + " in the guide");
        }
    }

    /**
     * Finds the segments of a base.
     *
     * @throws InvalidInputException if fewer rows differ than there shall be segments, or no column tells them apart
     * @throws ClusteringStoppedException if the thread is interrupted or the deadline passes
     */
    public static SegmentationFit fit(Matrix base, Settings settings, Progress progress) {
        Preparation preparation = Preparation.fit(base, settings.rules());
        return found(base, preparation, settings, search -> search.run(progress));
    }

    /**
     * Finds the segments of a later base at the number that is in force, beginning with the centroids in force, so that
     * segments change as little as the customers did. The preparation is learnt anew; the search settings do not count.
     *
     * @throws InvalidInputException if fewer rows differ than there are segments, or no column tells them apart
     * @throws ClusteringStoppedException if the thread is interrupted or the deadline passes
     */
    public static SegmentationFit refit(Segmentation inForce, Matrix base, Settings settings) {
        Preparation preparation = Preparation.fit(base, settings.rules());
        int k = inForce.segments().size();
        return found(
                base,
                preparation,
                settings.withSegments(k, k),
                search -> search.from(Levels.standardised(inForce, preparation)));
    }

    private static SegmentationFit found(
            Matrix base, Preparation preparation, Settings settings, Function<KSearch, KSearch.Found> how) {
        double[] points = preparation.apply(base);
        try (KSearch search = new KSearch(points, preparation.columns().size(), settings)) {
            KSearch.Found found = how.apply(search);
            Clusters clusters = found.clusters().largestFirst();
            return new SegmentationFit(
                    Segmentation.of(base, preparation, points, clusters),
                    Assignment.of(clusters.assignment(), clusters.k()),
                    found.evidence(),
                    settings.effort().kernel(),
                    settings.seed());
        }
    }
}
