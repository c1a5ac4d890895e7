package perennial.analytics.churn;

import java.util.Arrays;
import jsat.classifiers.CategoricalData;
import jsat.classifiers.ClassificationDataSet;
import jsat.classifiers.DataPoint;
import jsat.classifiers.svm.PlattSMO;
import jsat.classifiers.svm.SupportVectorLearner;
import jsat.distributions.kernels.RBFKernel;
import jsat.linear.DenseVector;

/**
 * A support vector machine with a Gaussian kernel of the width that one column has on average (gamma one by the number of
 * columns), by JSAT's sequential minimal optimisation (Platt 1998; Keerthi and others 2001), on standardised columns. Its
 * score is a distance from the border and no log-odds: calibration makes them of it.
 */
final class SupportVectors implements Classifier {
    private static final double TOLERANCE = 1e-2;
    private static final int MOST_STEPS = 2_000;
    private static final long CACHE = 200L << 20;

    private final Design design;
    private final PlattSMO machine;

    private SupportVectors(Design design, PlattSMO machine) {
        this.design = design;
        this.machine = machine;
    }

    static SupportVectors fit(Observations data, double cost) {
        Design design = Design.of(data);
        ClassificationDataSet set =
                new ClassificationDataSet(design.width(), new CategoricalData[0], new CategoricalData(2));
        double[][] rows = design.rows(data.rows());
        for (int i = 0; i < rows.length; i++) {
            set.addDataPoint(new DenseVector(rows[i]), data.outcomes()[i] ? 1 : 0);
        }
        PlattSMO machine = new PlattSMO(new RBFKernel(RBFKernel.gammToSigma(1.0 / design.width())));
        machine.setC(cost);
        machine.setTolerance(TOLERANCE);
        machine.setMaxIterations(MOST_STEPS);
        machine.setCacheMode(SupportVectorLearner.CacheMode.ROWS);
        machine.setCacheSize(rows.length, CACHE);
        machine.trainC(set);
        return new SupportVectors(design, machine);
    }

    @Override
    public double[] scores(double[][] rows) {
        return Arrays.stream(rows)
                .parallel()
                .mapToDouble(row -> machine.getScore(
                        new DataPoint(new DenseVector(design.row(row)), new int[0], new CategoricalData[0])))
                .toArray();
    }
}
