package perennial.analytics.churn;

import java.io.DataOutput;
import java.io.IOException;

/** A classifier whose score is a sum of parts, one for each column; one that can be in force. */
interface AdditiveClassifier extends Classifier {

    /** By row the parts of the columns in their order and last the base; together they are the row's score. */
    double[][] contributions(double[][] rows);

    /** Writes what reading it back needs for scores that are the same to the bit. */
    void write(DataOutput out) throws IOException;
}
