package perennial.analytics.churn;

/** A classifier whose score is a sum of parts, one for each column. */
interface AdditiveClassifier extends Classifier {

    /** By row the parts of the columns in their order and last the base; together they are the row's score. */
    double[][] contributions(double[][] rows);
}
