package perennial.analytics.btyd;

/** Something to climb, over positive parameters. */
interface Surface {
    /** Its value and first two derivatives by the logarithms of the parameters. */
    Derivatives inLogs(double[] parameters);
}
