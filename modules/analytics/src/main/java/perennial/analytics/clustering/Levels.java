package perennial.analytics.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import perennial.analytics.clustering.Preparation.Column;
import perennial.analytics.clustering.Segment.Level;

/** The levels of groups of rows, in standardised coordinates and in the units of the columns. */
final class Levels {
    private Levels() {}

    /**
     * @param group the group of each row, from 0 to below groups
     * @param centres the groups' standardised coordinates, one group after the other
     */
    static List<List<Level>> of(Matrix base, Preparation preparation, int[] group, double[] centres, int groups) {
        List<Column> columns = preparation.columns();
        List<List<Level>> levels = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            levels.add(new ArrayList<>());
        }
        for (int j = 0; j < columns.size(); j++) {
            Column column = columns.get(j);
            List<OptionalDouble> means = means(base, base.indexOf(column.name()), group, groups);
            for (int g = 0; g < groups; g++) {
                double standardised = centres[g * columns.size() + j];
                levels.get(g).add(new Level(column.name(), standardised, column.original(standardised), means.get(g)));
            }
        }
        return levels;
    }

    /**
     * Where the centroids of a segmentation lie in the coordinates of another preparation; in the middle of a column
     * that the segmentation does not know.
     */
    static double[] standardised(Segmentation segmentation, Preparation preparation) {
        return segmentation.segments().stream()
                .flatMapToDouble(segment -> preparation.columns().stream()
                        .mapToDouble(column -> segment.centroid().stream()
                                .filter(level -> level.column().equals(column.name()))
                                .findFirst()
                                .map(level -> column.standardised(level.typical()))
                                .orElse(0.0)))
                .toArray();
    }

    private static List<OptionalDouble> means(Matrix base, int column, int[] group, int groups) {
        double[] sums = new double[groups];
        int[] known = new int[groups];
        for (int row = 0; row < group.length; row++) {
            double value = base.get(row, column);
            if (!Double.isNaN(value)) {
                sums[group[row]] += value;
                known[group[row]]++;
            }
        }
        List<OptionalDouble> means = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            means.add(known[g] > 0 ? OptionalDouble.of(sums[g] / known[g]) : OptionalDouble.empty());
        }
        return means;
    }
}
