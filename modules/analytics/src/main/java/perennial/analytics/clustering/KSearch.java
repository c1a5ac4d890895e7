package perennial.analytics.clustering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import perennial.analytics.clustering.Evidence.Candidate;
import perennial.analytics.clustering.SegmentationFit.Search;
import perennial.analytics.clustering.SegmentationFit.Settings;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Progress;
import perennial.kernel.Words;

/** Clusters prepared points for each number of segments in question and weighs the results. */
final class KSearch implements AutoCloseable {
    private static final double SEARCH_TOLERANCE = 1e-4;

    private final double[] points;
    private final int dimensions;
    private final Settings settings;
    private final Kernel.Limits limits;
    private final Workers workers;
    /** For work that is one of many pieces done at the same time. */
    private final Workers alone = new Workers(1);

    private final int[] sample;

    KSearch(double[] points, int dimensions, Settings settings) {
        this.points = points;
        this.dimensions = dimensions;
        this.settings = settings;
        this.limits = new Kernel.Limits(
                settings.effort().tolerance(),
                settings.effort().iterations(),
                Deadline.in(settings.effort().deadline()));
        this.workers = new Workers(settings.effort().threads());
        this.sample = Sample.of(points.length / dimensions, Search.SAMPLE, settings.seed());
    }

    /** The clusters that were taken, and why. */
    record Found(Clusters clusters, Evidence evidence) {}

    Found run(Progress progress) {
        Search search = settings.search();
        int[] numbers = IntStream.rangeClosed(search.fewest(), most()).toArray();
        progress.total((long) numbers.length * (1 + search.resamples()));
        List<Clusters> clusters = clusters(numbers, progress);
        Stability stability = stability(clusters, progress);
        List<Candidate> candidates = new ArrayList<>();
        Silhouette silhouette = silhouette();
        for (int i = 0; i < numbers.length; i++) {
            candidates.add(
                    candidate(clusters.get(i), silhouette, stability.means().get(i), stability.resamples()));
        }
        Evidence evidence = new Choice(search.smallestShare(), search.leastStability()).among(candidates);
        return settled(clusters.get(evidence.chosen() - search.fewest()), evidence, silhouette);
    }

    /** Carries the clusters taken on from the search's tolerance to the one asked for. */
    private Found settled(Clusters taken, Evidence evidence, Silhouette silhouette) {
        if (evidence.candidates().size() == 1 || isAllSampled()) {
            return new Found(taken, evidence);
        }
        Clusters settled = settings.effort().kernel().run(points, dimensions, taken.centres(), limits, workers);
        Candidate before = evidence.choice();
        Candidate after = candidate(settled, silhouette, before.stability(), before.resamples());
        return new Found(settled, evidence.with(after));
    }

    private boolean isAllSampled() {
        return sample.length * dimensions == points.length;
    }

    /** The clusters from given centres, without a search. */
    Found from(double[] start) {
        most();
        Clusters found = settings.effort().kernel().run(points, dimensions, start, limits, workers);
        Candidate only = candidate(found, silhouette(), OptionalDouble.empty(), 0);
        return new Found(found, new Choice(settings.search().smallestShare(), -1).among(List.of(only)));
    }

    private Silhouette silhouette() {
        return Silhouette.of(
                points, dimensions, Sample.of(points.length / dimensions, Search.SILHOUETTE, settings.seed()));
    }

    private static Candidate candidate(Clusters found, Silhouette silhouette, OptionalDouble stability, int resamples) {
        return new Candidate(
                found.k(),
                found.inertia(),
                silhouette.of(found.assignment(), found.k()),
                stability,
                resamples,
                found.smallestShare());
    }

    /** The largest number worth trying: points that are all alike can't be parted. */
    private int most() {
        int distinct = Sample.distinctUpTo(points, dimensions, settings.search().most());
        if (distinct < settings.search().fewest()) {
            throw new InvalidInputException(
                    "rows",
                    points.length / dimensions,
                    new Words(
                            "only " + distinct + " of them differ, fewer than the segments asked for",
                            "其中互不相同的只有 " + distinct + " 行，少于所要求的客群数"),
                    new Words("give more customers, or ask for fewer segments", "请提供更多客户，或减少客群数"));
        }
        return distinct;
    }

    /** For each number, the best start on the sample, carried on with all points. */
    private List<Clusters> clusters(int[] numbers, Progress progress) {
        double[] few = Sample.points(points, dimensions, sample);
        List<Clusters> found = new ArrayList<>();
        for (int k : numbers) {
            Clusters best = best(workers.all(starts(few, k, settings.seed())));
            found.add(
                    isAllSampled()
                            ? best
                            : settings.effort()
                                    .kernel()
                                    .run(points, dimensions, best.centres(), inSearch(numbers.length), workers));
            progress.advance(1);
        }
        return found;
    }

    /** Numbers are weighed on clusters that have almost settled: the last rounds are many and change little. */
    private Kernel.Limits inSearch(int numbers) {
        return numbers == 1
                ? limits
                : new Kernel.Limits(
                        Math.max(limits.tolerance(), SEARCH_TOLERANCE), limits.iterations(), limits.deadline());
    }

    private List<Callable<Clusters>> starts(double[] of, int k, long seed) {
        return IntStream.range(0, settings.search().starts())
                .<Callable<Clusters>>mapToObj(start -> () -> settings.effort()
                        .kernel()
                        .run(
                                of,
                                dimensions,
                                JsatHamerly.seeds(of, dimensions, k, seed + start, limits.deadline()),
                                limits,
                                alone))
                .toList();
    }

    private static Clusters best(List<Clusters> clusters) {
        return clusters.stream().min(Comparator.comparing(Clusters::inertia)).orElseThrow();
    }

    /** @param means mean agreement of the refits, for each number of segments */
    private record Stability(List<OptionalDouble> means, int resamples) {}

    /**
     * Refits bootstrap samples and compares how the reference and the refit place the sample (Hennig 2007,
     * Computational Statistics and Data Analysis 52, p. 258, with the adjusted Rand index in place of Jaccard's).
     */
    private Stability stability(List<Clusters> references, Progress progress) {
        Deadline budget = Deadline.in(settings.search().budget());
        double[] sums = new double[references.size()];
        int resamples = 0;
        while (resamples < settings.search().resamples() && !budget.passed()) {
            long seed = settings.seed() + 1_000L * (resamples + 1);
            int[] rows = Sample.withReplacement(sample, Math.min(sample.length, Search.RESAMPLE), seed);
            double[] resample = Sample.points(points, dimensions, rows);
            List<Double> agreements = workers.all(references.stream()
                    .<Callable<Double>>map(reference -> () -> agreement(reference, resample, seed))
                    .toList());
            for (int i = 0; i < sums.length; i++) {
                sums[i] += agreements.get(i);
            }
            resamples++;
            progress.advance(references.size());
        }
        int done = resamples;
        return new Stability(
                IntStream.range(0, sums.length)
                        .mapToObj(i -> done > 0 ? OptionalDouble.of(sums[i] / done) : OptionalDouble.empty())
                        .toList(),
                done);
    }

    private double agreement(Clusters reference, double[] resample, long seed) throws Exception {
        List<Clusters> refits = new ArrayList<>();
        for (Callable<Clusters> start : starts(resample, reference.k(), seed)) {
            refits.add(start.call());
        }
        double[] few = Sample.points(points, dimensions, sample);
        Clusters again = Clusters.around(few, dimensions, best(refits).centres(), alone);
        Clusters before = Clusters.around(few, dimensions, reference.centres(), alone);
        return AdjustedRand.index(
                Assignment.of(before.assignment(), reference.k()), Assignment.of(again.assignment(), reference.k()));
    }

    @Override
    public void close() {
        workers.close();
        alone.close();
    }
}
