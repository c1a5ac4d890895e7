package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import jsat.clustering.SeedSelectionMethods.SeedSelection;
import jsat.clustering.kmeans.HamerlyKMeans;
import jsat.linear.distancemetrics.EuclideanDistance;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KernelTest {
    private static final Deadline LONG = Deadline.in(Duration.ofMinutes(5));
    private static final Kernel.Limits TO_THE_END = new Kernel.Limits(0, 10_000, LONG);

    private static final Kernel[] PLAIN = {Kernel.JSAT, Kernel.FLAT};

    @Test
    void two_pairs_of_points_on_a_line_end_in_their_means() {
        for (Kernel kernel : PLAIN) {
            Clusters found = run(kernel, new double[] {0, 1, 10, 12}, 1, new double[] {0, 1}, TO_THE_END, 1);

            assertThat(found.centres()).containsExactly(0.5, 11);
            assertThat(found.assignment()).containsExactly(0, 0, 1, 1);
            assertThat(found.sizes()).containsExactly(2, 2);
            assertThat(found.inertia()).isCloseTo(2.5, within(1e-12));
        }
    }

    @Property(tries = 60, seed = "61")
    void from_equal_starts_the_flat_kernel_ends_where_jsat_and_plain_lloyd_do(
            @ForAll @IntRange(max = 1_000_000) int seed,
            @ForAll @IntRange(min = 1, max = 6) int dimensions,
            @ForAll @IntRange(min = 2, max = 12) int k) {
        double[] points = Bases.clouds(1500, dimensions, 5, 3, seed);
        double[] start = JsatHamerly.seeds(points, dimensions, k, seed, LONG);

        double lloyd = lloyd(points, dimensions, start);

        assertThat(run(Kernel.FLAT, points, dimensions, start, TO_THE_END, 1).inertia())
                .isCloseTo(lloyd, withinPercentage(1e-7));
        assertThat(run(Kernel.JSAT, points, dimensions, start, TO_THE_END, 1).inertia())
                .isCloseTo(lloyd, withinPercentage(1e-7));
    }

    @Test
    void all_that_hamerlys_algorithm_ever_takes_beside_the_points_is_less_than_they_take() {
        double[] points = Bases.clouds(200_000, 8, 8, 2, 5);
        double[] start = Arrays.copyOf(points, 8 * 8);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        run(Kernel.FLAT, points, 8, start, new Kernel.Limits(0, 50, LONG), 1);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .isBetween(1L, (long) points.length * Double.BYTES);
    }

    @Test
    void points_that_lie_between_two_centres_alike_keep_no_kernel_going() {
        double[] square = {0, 0, 0, 2, 2, 0, 2, 2, 1, 1};

        for (Kernel kernel : PLAIN) {
            assertThat(run(kernel, square, 2, new double[] {0, 1, 2, 1}, TO_THE_END, 1)
                            .sizes())
                    .containsExactlyInAnyOrder(3, 2);
        }
    }

    @Test
    void the_flat_kernel_ends_in_the_inertia_of_jsats_own_clusterer() {
        double[] points = Bases.clouds(20_000, 8, 12, 2, 5);
        PointsView view = new PointsView(points, 8);
        HamerlyKMeans jsat = new HamerlyKMeans(new EuclideanDistance(), SeedSelection.KPP, new Random(3));
        FlatKMeans flat = new FlatKMeans(SeedSelection.KPP, new Random(3), 0);

        double expected = inertia(points, 8, jsat.cluster(view, 10, (int[]) null), 10);

        assertThat(inertia(points, 8, flat.cluster(view, 10, (int[]) null), 10))
                .isCloseTo(expected, withinPercentage(1e-7));
        assertThat(flat.getMeans()).hasSize(10);
    }

    @Test
    void as_a_clusterer_of_jsat_the_flat_kernel_keeps_the_iteration_limit() {
        double[] points = Bases.clouds(5_000, 3, 12, 2, 5);
        FlatKMeans hurried = new FlatKMeans(SeedSelection.KPP, new Random(3), 0);
        hurried.setIterationLimit(1);
        FlatKMeans patient = new FlatKMeans(SeedSelection.KPP, new Random(3), 0);

        double early = inertia(points, 3, hurried.cluster(new PointsView(points, 3), 10, (int[]) null), 10);
        double late = inertia(points, 3, patient.clone().cluster(new PointsView(points, 3), 10, (int[]) null), 10);

        assertThat(early).isGreaterThan(late * 1.001);
    }

    @Test
    void the_result_is_the_same_to_the_last_bit_on_any_number_of_threads() {
        double[] points = Bases.clouds(50_000, 4, 9, 2, 7);
        double[] start = JsatHamerly.seeds(points, 4, 9, 7, LONG);
        for (double tolerance : new double[] {0, 1e-4}) {
            Kernel.Limits limits = new Kernel.Limits(tolerance, 10_000, LONG);
            Clusters one = run(Kernel.FLAT, points, 4, start, limits, 1);

            for (int threads : new int[] {2, 3, 7}) {
                Clusters many = run(Kernel.FLAT, points, 4, start, limits, threads);
                assertThat(many.centres()).containsExactly(one.centres());
                assertThat(many.assignment()).containsExactly(one.assignment());
                assertThat(many.inertia()).isEqualTo(one.inertia());
            }
        }
    }

    @Test
    void without_its_module_the_kernel_by_vector_instructions_is_not_the_fastest_one() {
        assertThat(Kernel.fastest()).isEqualTo(Kernel.FLAT);
        assertThatThrownBy(() -> run(Kernel.VECTOR, new double[] {1, 2}, 1, new double[] {1, 2}, TO_THE_END, 1))
                .hasMessageContaining("--add-modules jdk.incubator.vector");
    }

    @Test
    void with_a_tolerance_centres_rest_once_their_moves_are_small_against_the_variance() {
        double[] points = Bases.clouds(5_000, 2, 7, 1, 9);
        double[] start = JsatHamerly.seeds(points, 2, 7, 9, LONG);
        double tolerance = 1e-3;

        Clusters found = run(Kernel.FLAT, points, 2, start, new Kernel.Limits(tolerance, 10_000, LONG), 1);

        assertThat(found.centres()).containsExactly(lloydCentres(points, 2, start, tolerance), within(1e-9));
    }

    @Test
    void a_cluster_that_loses_all_its_points_takes_the_one_furthest_off() {
        double[] points = {0, 0.1, 0.2, 10, 10.1, 30};

        Clusters found = run(Kernel.FLAT, points, 1, new double[] {0.1, 12, 1000}, TO_THE_END, 1);

        assertThat(found.sizes()).containsExactly(3, 2, 1);
        assertThat(found.centres()).containsExactly(new double[] {0.1, 10.05, 30}, within(1e-12));
    }

    @Test
    void points_that_are_all_alike_leave_a_cluster_empty_and_still_end() {
        Clusters found = run(Kernel.FLAT, new double[] {5, 5, 5}, 1, new double[] {5, 5}, TO_THE_END, 1);

        assertThat(found.inertia()).isZero();
        assertThat(Arrays.stream(found.sizes()).sum()).isEqualTo(3);
    }

    @Test
    void every_kernel_stops_at_its_deadline_and_when_interrupted() {
        double[] points = Bases.clouds(30_000, 2, 9, 1, 9);
        double[] start = Arrays.copyOf(points, 20);
        Kernel.Limits over = new Kernel.Limits(0, 10_000, Deadline.in(Duration.ZERO));

        for (Kernel kernel : PLAIN) {
            assertThatThrownBy(() -> run(kernel, points, 2, start, over, 1))
                    .isInstanceOf(ClusteringStoppedException.class)
                    .hasMessageContaining("did not end within PT0S");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> run(kernel, points, 2, start, TO_THE_END, 1))
                    .isInstanceOf(ClusteringStoppedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void seeding_is_the_same_for_the_same_seed() {
        double[] points = Bases.clouds(500, 2, 4, 5, 1);

        assertThat(JsatHamerly.seeds(points, 2, 4, 8, LONG)).containsExactly(JsatHamerly.seeds(points, 2, 4, 8, LONG));
        assertThat(JsatHamerly.seeds(points, 2, 4, 9, LONG)).isNotEqualTo(JsatHamerly.seeds(points, 2, 4, 8, LONG));
    }

    private static Clusters run(
            Kernel kernel, double[] points, int dimensions, double[] start, Kernel.Limits limits, int threads) {
        try (Workers workers = new Workers(threads)) {
            return kernel.run(points, dimensions, start, limits, workers);
        }
    }

    private static double inertia(double[] points, int dimensions, int[] assignment, int k) {
        double[] centres = Clusters.means(points, assignment, k, dimensions);
        double sum = 0;
        for (int row = 0; row < assignment.length; row++) {
            sum += Clusters.squaredDistance(points, row, centres, assignment[row], dimensions);
        }
        return sum;
    }

    private static double lloyd(double[] points, int dimensions, double[] start) {
        return Clusters.around(points, dimensions, lloydCentres(points, dimensions, start, 0), new Workers(1))
                .inertia();
    }

    /** The textbook's rounds, until no centre moves by more than the tolerance allows. */
    private static double[] lloydCentres(double[] points, int dimensions, double[] start, double tolerance) {
        int rows = points.length / dimensions;
        double[] all = Clusters.means(points, new int[rows], 1, dimensions);
        double variance = 0;
        for (int i = 0; i < points.length; i++) {
            variance += Math.pow(points[i] - all[i % dimensions], 2) / points.length;
        }
        double[] centres = start;
        double moves = Double.POSITIVE_INFINITY;
        while (moves > tolerance * variance) {
            int[] assignment = new int[rows];
            for (int row = 0; row < rows; row++) {
                assignment[row] = Clusters.nearest(points, row, centres, dimensions);
            }
            double[] next = Clusters.means(points, assignment, start.length / dimensions, dimensions);
            moves = 0;
            for (int i = 0; i < next.length; i++) {
                moves += Math.pow(next[i] - centres[i], 2);
            }
            centres = next;
        }
        return centres;
    }
}
