package perennial.analytics.btyd;

/** A log-likelihood over positive parameters. */
interface LogLikelihood {
    /** Its value and first two derivatives at the parameters. */
    Derivatives at(double[] parameters);
}
