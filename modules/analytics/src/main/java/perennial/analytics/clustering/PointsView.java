package perennial.analytics.clustering;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import jsat.DataSet;
import jsat.classifiers.CategoricalData;
import jsat.classifiers.DataPoint;
import jsat.linear.DenseVector;
import jsat.linear.Vec;

/** A flat array of points as a data set of JSAT, without copying it: each row is a view that is made when asked for. */
final class PointsView extends DataSet<PointsView> {
    private static final CategoricalData[] NO_CATEGORIES = {};
    private static final int[] NO_VALUES = {};

    private final double[] points;

    PointsView(double[] points, int dimensions) {
        this.points = points;
        this.numNumerVals = dimensions;
        this.categories = NO_CATEGORIES;
    }

    double[] points() {
        return points;
    }

    private Vec row(int i) {
        return new Row(points, i * numNumerVals, numNumerVals);
    }

    @Override
    public DataPoint getDataPoint(int i) {
        return new DataPoint(row(i), NO_VALUES, NO_CATEGORIES);
    }

    /** The view shows its array as it is and takes nothing else in. */
    @Override
    public void setDataPoint(int i, DataPoint point) {
        throw new UnsupportedOperationException("the points can't be changed through the view");
    }

    @Override
    public List<Vec> getDataVectors() {
        return new Rows();
    }

    @Override
    public int getSampleSize() {
        return points.length / numNumerVals;
    }

    @Override
    protected PointsView getSubset(List<Integer> rows) {
        double[] subset = new double[rows.size() * numNumerVals];
        int next = 0;
        for (int row : rows) {
            System.arraycopy(points, row * numNumerVals, subset, next, numNumerVals);
            next += numNumerVals;
        }
        return new PointsView(subset, numNumerVals);
    }

    @Override
    public PointsView shallowClone() {
        return new PointsView(points, numNumerVals);
    }

    private final class Rows extends AbstractList<Vec> implements RandomAccess {
        @Override
        public Vec get(int i) {
            return row(i);
        }

        @Override
        public int size() {
            return getSampleSize();
        }
    }

    /** One point. JSAT's own dense vector can't stand for it: on a part of an array its distances read past the part. */
    private static final class Row extends Vec {
        private final double[] points;
        private final int from;
        private final int dimensions;

        private Row(double[] points, int from, int dimensions) {
            this.points = points;
            this.from = from;
            this.dimensions = dimensions;
        }

        @Override
        public int length() {
            return dimensions;
        }

        @Override
        public double get(int index) {
            return points[from + index];
        }

        @Override
        public void set(int index, double value) {
            throw new UnsupportedOperationException("the points can't be changed through the view");
        }

        @Override
        public boolean canBeMutated() {
            return false;
        }

        @Override
        public boolean isSparse() {
            return false;
        }

        @Override
        public Vec clone() {
            return new DenseVector(Arrays.copyOfRange(points, from, from + dimensions));
        }
    }
}
