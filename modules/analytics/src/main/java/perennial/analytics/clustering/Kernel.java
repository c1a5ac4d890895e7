package perennial.analytics.clustering;

/** The code that moves the centres. All kernels end in the same clusters from the same start. */
public enum Kernel {
    /** Hamerly's algorithm as in JSAT, on one thread, to full convergence: the reference. */
    JSAT {
        @Override
        Clusters run(double[] points, int dimensions, double[] start, Limits limits) {
            return JsatHamerly.run(points, dimensions, start, limits);
        }
    };

    /**
     * Moves centres until they rest.
     *
     * @param points coordinates, point after point
     * @param start the centres to begin with, one after the other; not changed
     */
    abstract Clusters run(double[] points, int dimensions, double[] start, Limits limits);

    /** When to stop. */
    record Limits(Deadline deadline) {}
}
