package perennial.analytics.btyd;

/** A log-likelihood over positive parameters. */
interface LogLikelihood extends Surface {
    /** Its value and first two derivatives at the parameters. */
    Derivatives at(double[] parameters);

    @Override
    default Derivatives inLogs(double[] parameters) {
        return at(parameters).byLogarithms(parameters);
    }
}
