package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import perennial.kernel.Progress;

/** This JVM was started with the module, so that the kernel by vector instructions is the one that runs. */
class VectorKernelTest {
    private static final Deadline LONG = Deadline.in(Duration.ofMinutes(5));
    private static final Kernel.Limits TO_THE_END = new Kernel.Limits(0, 10_000, LONG);

    @Test
    void it_is_the_fastest_kernel_here_and_the_evidence_says_so() {
        double[] values = clouds(600, 2, 3, 9, 1);
        SegmentationFit fit = SegmentationFit.fit(
                Matrix.of(List.of("a", "b"), values),
                SegmentationFit.Settings.usual(1)
                        .withSegments(3, 3)
                        .withEffort(SegmentationFit.Effort.usual().withKernel(Kernel.fastest())),
                Progress.SILENT);

        assertThat(fit.kernel()).isEqualTo(Kernel.VECTOR);
        assertThat(fit.kernel().label()).startsWith("vector, ");
    }

    @Property(tries = 80, seed = "71")
    void from_equal_starts_it_ends_in_the_clusters_and_the_inertia_of_jsats_hamerly(
            @ForAll @IntRange(max = 1_000_000) int seed,
            @ForAll @IntRange(min = 1, max = 9) int dimensions,
            @ForAll @IntRange(min = 2, max = 21) int k) {
        double[] points = clouds(1501, dimensions, 5, 3, seed);
        double[] start = JsatHamerly.seeds(points, dimensions, k, seed, LONG);

        Clusters jsat = run(Kernel.JSAT, points, dimensions, start, TO_THE_END, 1);

        assertThat(run(Kernel.VECTOR, points, dimensions, start, TO_THE_END, 1).inertia())
                .isCloseTo(jsat.inertia(), withinPercentage(1e-7));
    }

    @Property(tries = 40, seed = "72")
    void with_a_tolerance_it_stops_in_the_clusters_of_the_plain_kernel(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(min = 2, max = 12) int k) {
        double[] points = clouds(20_000, 4, 6, 1, seed);
        double[] start = JsatHamerly.seeds(points, 4, k, seed, LONG);
        Kernel.Limits early = new Kernel.Limits(1e-3, 10_000, LONG);

        Clusters vector = run(Kernel.VECTOR, points, 4, start, early, 2);
        Clusters plain = run(Kernel.FLAT, points, 4, start, early, 2);

        assertThat(vector.assignment()).containsExactly(plain.assignment());
        assertThat(vector.inertia()).isEqualTo(plain.inertia());
    }

    @Test
    void the_result_is_the_same_to_the_last_bit_on_any_number_of_threads() {
        double[] points = clouds(50_000, 4, 9, 2, 7);
        double[] start = JsatHamerly.seeds(points, 4, 9, 7, LONG);
        Clusters one = run(Kernel.VECTOR, points, 4, start, TO_THE_END, 1);

        for (int threads : new int[] {2, 3, 7}) {
            Clusters many = run(Kernel.VECTOR, points, 4, start, TO_THE_END, threads);
            assertThat(many.centres()).containsExactly(one.centres());
            assertThat(many.assignment()).containsExactly(one.assignment());
            assertThat(many.inertia()).isEqualTo(one.inertia());
        }
    }

    @Test
    void points_that_single_precision_cannot_tell_apart_are_told_apart() {
        double[] points = IntStream.range(0, 3000)
                .mapToDouble(i -> 1e9 + (i % 3) * 1e-3 + (i == 2999 ? 1e7 : 0))
                .toArray();

        Clusters found = run(Kernel.VECTOR, points, 1, new double[] {1e9, 1e9 + 2e-3, 1.01e9}, TO_THE_END, 1);

        assertThat(found.assignment()[0]).isNotEqualTo(found.assignment()[2]);
        assertThat(found.sizes()[2]).isEqualTo(1);
    }

    @Test
    void points_near_the_ends_of_what_a_double_holds_do_not_overflow() {
        double[] points = {-1e150, -1.1e150, 1e150, 1.1e150};

        assertThat(run(Kernel.VECTOR, points, 1, new double[] {-1e150, 1e150}, TO_THE_END, 1)
                        .assignment())
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void a_cluster_that_loses_all_its_points_takes_the_one_furthest_off() {
        double[] points = {0, 0.1, 0.2, 10, 10.1, 30};

        Clusters found = run(Kernel.VECTOR, points, 1, new double[] {0.1, 12, 1000}, TO_THE_END, 1);

        assertThat(found.sizes()).containsExactly(3, 2, 1);
    }

    private static Clusters run(
            Kernel kernel, double[] points, int dimensions, double[] start, Kernel.Limits limits, int threads) {
        try (Workers workers = new Workers(threads)) {
            return kernel.run(points, dimensions, start, limits, workers);
        }
    }

    /** Round clouds around corners drawn by chance. */
    private static double[] clouds(int rows, int dimensions, int clouds, double apart, long seed) {
        Random chance = new Random(seed);
        double[] centres =
                chance.doubles((long) clouds * dimensions, -apart, apart).toArray();
        double[] points = new double[rows * dimensions];
        Arrays.setAll(
                points, i -> centres[(i / dimensions) % clouds * dimensions + i % dimensions] + chance.nextGaussian());
        return points;
    }
}
