package perennial.analytics.clustering;

/** The code that moves the centres. From the same start, at tolerance 0, all kernels end in the same clusters. */
public enum Kernel {
    /** Hamerly's algorithm as in JSAT: the reference. One thread, full convergence, neither tolerance nor limit. */
    JSAT {
        @Override
        Clusters run(double[] points, int dimensions, double[] start, Limits limits, Workers workers) {
            return JsatHamerly.run(points, dimensions, start, limits, workers);
        }
    },
    /** Hamerly's algorithm on a flat array, on all threads. */
    FLAT {
        @Override
        Clusters run(double[] points, int dimensions, double[] start, Limits limits, Workers workers) {
            return FlatHamerly.run(points, dimensions, start, limits, workers);
        }
    };

    /**
     * Moves centres until they rest.
     *
     * @param points coordinates, point after point
     * @param start the centres to begin with, one after the other; not changed
     */
    abstract Clusters run(double[] points, int dimensions, double[] start, Limits limits, Workers workers);

    /**
     * When to stop.
     *
     * @param tolerance as scikit-learn's: centres rest when the squares of their moves add up to at most so much of the
     *     mean variance of the columns; 0 goes on until no point changes its cluster
     * @param iterations rounds at most
     */
    record Limits(double tolerance, int iterations, Deadline deadline) {}
}
