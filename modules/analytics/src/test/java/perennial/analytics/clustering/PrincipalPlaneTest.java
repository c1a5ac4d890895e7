package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrincipalPlaneTest {
    @Test
    void points_along_a_diagonal_lie_on_a_line_of_the_map() {
        double[] points = {0, 0, 1, 1, 2, 2, 3, 3};
        PrincipalPlane plane = PrincipalPlane.of(points, 2);

        assertThat(plane.share()).isCloseTo(1, within(1e-12));
        assertThat(plane.place(points, 3).x()).isCloseTo(1.5 * Math.sqrt(2), within(1e-12));
        assertThat(plane.place(points, 3).y()).isCloseTo(0, within(1e-12));
    }

    @Test
    void the_map_of_a_plane_in_space_keeps_every_distance() {
        double[] points = Bases.clouds(200, 2, 3, 4, 5);
        double[] inSpace = new double[600];
        for (int row = 0; row < 200; row++) {
            double x = points[row * 2];
            double y = points[row * 2 + 1];
            inSpace[row * 3] = 0.6 * x;
            inSpace[row * 3 + 1] = 0.8 * x;
            inSpace[row * 3 + 2] = y;
        }
        PrincipalPlane plane = PrincipalPlane.of(inSpace, 3);

        assertThat(plane.share()).isCloseTo(1, within(1e-12));
        for (int row = 1; row < 200; row++) {
            PrincipalPlane.Place a = plane.place(inSpace, row);
            PrincipalPlane.Place b = plane.place(inSpace, 0);
            assertThat(Math.hypot(a.x() - b.x(), a.y() - b.y()))
                    .isCloseTo(Math.hypot(points[row * 2] - points[0], points[row * 2 + 1] - points[1]), within(1e-10));
        }
    }

    @Test
    void the_share_is_that_of_the_two_directions_with_the_largest_variance() {
        double[] points = {2, 0, 0, -2, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 0.5, 0, 0, -0.5};

        // The sums of squares along the three columns are 8, 2 and 0.5.
        assertThat(PrincipalPlane.of(points, 3).share()).isCloseTo(10 / 10.5, within(1e-12));
    }

    @Test
    void one_column_makes_a_line_and_equal_points_a_dot() {
        assertThat(PrincipalPlane.of(new double[] {1, 2, 3}, 1).place(new double[] {3}, 0))
                .isEqualTo(new PrincipalPlane.Place(1, 0));
        assertThat(PrincipalPlane.of(new double[] {5, 5, 5, 5}, 2).share()).isEqualTo(1);
    }
}
