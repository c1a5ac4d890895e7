package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CentreLookTest {
    private record Found(int row, int nearest, double least, double second) {}

    @Property(tries = 100, seed = "7")
    void what_is_found_is_to_the_last_bit_what_one_look_after_the_other_finds(
            @ForAll @IntRange(min = 1, max = 9) int dimensions,
            @ForAll @IntRange(min = 2, max = 21) int k,
            @ForAll @IntRange(min = 1, max = 128) int rows) {
        Random chance = new Random(rows);
        double[] points = chance.doubles((long) rows * dimensions, -3, 3).toArray();
        double[] centres = chance.doubles((long) k * dimensions, -3, 3).toArray();
        int[] own = chance.ints(rows, -1, k).toArray();

        List<Found> found = found(points, centres, dimensions, own);

        assertThat(found).extracting(Found::row).containsExactlyElementsOf(upTo(rows));
        for (Found one : found) {
            double[] sorted = new double[k];
            for (int j = 0; j < k; j++) {
                sorted[j] = Clusters.squaredDistance(points, one.row, centres, j, dimensions);
            }
            assertThat(sorted[one.nearest]).isEqualTo(one.least);
            Arrays.sort(sorted);
            assertThat(one.least).isEqualTo(sorted[0]);
            assertThat(one.second).isEqualTo(sorted[1]);
        }
    }

    @Test
    void of_equally_near_centres_a_point_stays_with_its_own_and_a_new_one_takes_the_first() {
        double[] points = {0, 0, 0};
        double[] centres = {5, 1, -1};

        List<Found> found = found(points, centres, 1, new int[] {2, 1, -1});

        assertThat(found).extracting(Found::nearest).containsExactly(2, 1, 1);
        assertThat(found).extracting(Found::second).containsOnly(1.0);
    }

    @Test
    void it_begins_anew_once_it_has_told() {
        CentreLook look = new CentreLook(new double[] {0, 9}, new double[] {0, 8}, 1);
        List<Integer> nearest = new ArrayList<>();
        for (int row : new int[] {0, 1}) {
            look.add(row);
            look.tell(new int[] {0, 0}, (at, near, least, second) -> nearest.add(near));
        }

        assertThat(nearest).containsExactly(0, 1);
    }

    private static List<Found> found(double[] points, double[] centres, int dimensions, int[] own) {
        CentreLook look = new CentreLook(points, centres, dimensions);
        upTo(own.length).forEach(look::add);
        List<Found> found = new ArrayList<>();
        look.tell(own, (row, nearest, least, second) -> found.add(new Found(row, nearest, least, second)));
        return found;
    }

    private static List<Integer> upTo(int rows) {
        return IntStream.range(0, rows).boxed().toList();
    }
}
