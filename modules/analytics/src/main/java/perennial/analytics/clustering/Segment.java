package perennial.analytics.clustering;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One group of customers who resemble each other.
 *
 * @param size rows of the base that belong to it
 * @param share size by the rows of the base
 * @param centroid its middle, a level for each column of the preparation, in that order
 */
public record Segment(int size, double share, List<Level> centroid) {
    public Segment {
        centroid = List.copyOf(centroid);
    }

    /**
     * Where a group of customers stands in one column.
     *
     * @param standardised the prepared coordinate: 0 is the middle of the base, and 1 is one standard deviation above
     * @param typical that coordinate in the column's own unit, which outliers hardly move
     * @param mean the plain mean of the known values, as given; empty where none is known
     */
    public record Level(String column, double standardised, double typical, OptionalDouble mean) {}
}
