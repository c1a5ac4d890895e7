package perennial.analytics.clustering;

import java.util.Arrays;

/**
 * The pairing of rows and columns with the largest sum of similarities: the Hungarian method by shortest augmenting
 * paths with potentials, in O(n^3) (Kuhn 1955, Naval Research Logistics Quarterly 2, p. 83; Jonker and Volgenant 1987,
 * Computing 38, p. 325).
 */
final class OptimalAssignment {
    private final double[][] cost;
    private final int size;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;

    private OptimalAssignment(double[][] cost) {
        this.cost = cost;
        this.size = cost.length;
        this.rowPotential = new double[size];
        this.columnPotential = new double[size + 1];
        this.rowOf = new int[size + 1];
        Arrays.fill(rowOf, -1);
    }

    /**
     * @param similarity not below 0; rows may be more or fewer than columns
     * @return for each row its column, or -1 where it has none
     */
    static int[] of(double[][] similarity, int columns) {
        int rows = similarity.length;
        int size = Math.max(rows, columns);
        double[][] cost = new double[size][size];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                cost[i][j] = -similarity[i][j];
            }
        }
        int[] columnOf = new OptimalAssignment(cost).solve();
        return Arrays.stream(columnOf)
                .limit(rows)
                .map(column -> column < columns ? column : -1)
                .toArray();
    }

    private int[] solve() {
        for (int row = 0; row < size; row++) {
            augment(row);
        }
        int[] columnOf = new int[size];
        for (int column = 0; column < size; column++) {
            columnOf[rowOf[column]] = column;
        }
        return columnOf;
    }

    /** Pairs one more row along the cheapest path of exchanges; the last column stands for the row's own beginning. */
    private void augment(int row) {
        double[] least = new double[size];
        int[] cameFrom = new int[size];
        boolean[] done = new boolean[size + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int column = size;
        rowOf[column] = row;
        while (rowOf[column] >= 0) {
            done[column] = true;
            int next = relax(column, least, cameFrom, done);
            double step = least[next];
            for (int j = 0; j <= size; j++) {
                if (done[j]) {
                    rowPotential[rowOf[j]] += step;
                    columnPotential[j] -= step;
                } else {
                    least[j] -= step;
                }
            }
            column = next;
        }
        while (column != size) {
            int before = cameFrom[column];
            rowOf[column] = rowOf[before];
            column = before;
        }
    }

    private int relax(int column, double[] least, int[] cameFrom, boolean[] done) {
        int row = rowOf[column];
        int nearest = -1;
        for (int j = 0; j < size; j++) {
            if (!done[j]) {
                double reduced = cost[row][j] - rowPotential[row] - columnPotential[j];
                if (reduced < least[j]) {
                    least[j] = reduced;
                    cameFrom[j] = column;
                }
                if (nearest < 0 || least[j] < least[nearest]) {
                    nearest = j;
                }
            }
        }
        return nearest;
    }
}
