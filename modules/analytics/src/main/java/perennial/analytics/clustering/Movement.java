package perennial.analytics.clustering;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import perennial.kernel.InvalidInputException;

/**
 * What moved a row from one segment to another. Of two centroids p and q, the row x is nearer to q where
 * |x - p|² - |x - q|² is above 0. That is linear in x: when x becomes x', each column adds 2 (x' - x)(q - p) of its
 * own, and the columns together what the difference grew by. The column that adds most moved the row.
 */
public final class Movement {
    private final Segmentation segmentation;
    private final double[] before;
    private final double[] after;
    private final double[] centres;
    private final int dimensions;

    private Movement(Segmentation segmentation, Matrix before, Matrix after) {
        this.segmentation = segmentation;
        this.before = segmentation.preparation().apply(before);
        this.after = segmentation.preparation().apply(after);
        this.centres = segmentation.centres();
        this.dimensions = segmentation.preparation().columns().size();
    }

    /**
     * Per row the column that moved it, of one segmentation and the same customers at two times; empty for a row that the
     * segmentation places in the same segment both times.
     */
    public static List<Optional<String>> causes(Segmentation segmentation, Matrix before, Matrix after) {
        if (before.rows() != after.rows()) {
            throw new InvalidInputException(
                    "rows",
                    after.rows(),
                    "the base before has " + before.rows(),
                    "give the same customers in the same order, those of both times");
        }
        Movement movement = new Movement(segmentation, before, after);
        Assignment from = segmentation.assign(before);
        Assignment to = segmentation.assign(after);
        return IntStream.range(0, after.rows())
                .mapToObj(row -> movement.cause(row, from.of(row), to.of(row)))
                .toList();
    }

    private Optional<String> cause(int row, int from, int to) {
        if (from == to) {
            return Optional.empty();
        }
        double[] shares = shares(row, from, to);
        int most = IntStream.range(0, dimensions)
                .reduce((left, right) -> shares[right] > shares[left] ? right : left)
                .orElseThrow();
        return Optional.of(segmentation.preparation().columns().get(most).name());
    }

    private double[] shares(int row, int from, int to) {
        return IntStream.range(0, dimensions)
                .mapToDouble(column -> {
                    int cell = row * dimensions + column;
                    double way = centres[to * dimensions + column] - centres[from * dimensions + column];
                    return 2 * (after[cell] - before[cell]) * way;
                })
                .toArray();
    }
}
