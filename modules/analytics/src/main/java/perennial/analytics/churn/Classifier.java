package perennial.analytics.churn;

/** A fitted model that scores rows; a value that is not known is NaN. */
interface Classifier {

    /** The log-odds of the outcome by row, as the model sees them before calibration. */
    double[] scores(double[][] rows);
}
