package perennial.analytics.churn;

import java.io.DataOutput;
import java.io.IOException;

/** A fitted model that scores rows; a value that is not known is NaN. */
interface Classifier {

    /** The log-odds of the outcome by row, as the model sees them before calibration. */
    double[] scores(double[][] rows);

    /** Writes what reading it back needs for scores that are the same to the bit. */
    void write(DataOutput out) throws IOException;
}
