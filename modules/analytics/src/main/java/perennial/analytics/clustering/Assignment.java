package perennial.analytics.clustering;

import java.util.Arrays;

/** The segment of each row, by its place in the segmentation's list; as the rows stood in the matrix. */
public final class Assignment {
    private final int[] segments;
    private final int count;

    private Assignment(int[] segments, int count) {
        this.segments = segments;
        this.count = count;
    }

    /**
     * Takes the array over.
     *
     * @param count how many segments there are: every entry is from 0 to below it
     */
    public static Assignment of(int[] segments, int count) {
        for (int segment : segments) {
            if (segment < 0 || segment >= count) {
                throw new IllegalArgumentException("segment " + segment + " of " + count);
            }
        }
        return new Assignment(segments, count);
    }

    public int rows() {
        return segments.length;
    }

    /** How many segments there are, the empty ones among them. */
    public int segments() {
        return count;
    }

    public int of(int row) {
        return segments[row];
    }

    /** The number of rows in each segment. */
    public int[] sizes() {
        int[] sizes = new int[count];
        for (int segment : segments) {
            sizes[segment]++;
        }
        return sizes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assignment that && count == that.count && Arrays.equals(segments, that.segments);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(segments);
    }

    @Override
    public String toString() {
        return rows() + " rows in segments of " + Arrays.toString(sizes());
    }
}
