package perennial.analytics.clustering;

/** A clustering was interrupted, or its deadline passed, before it had a result. */
public class ClusteringStoppedException extends RuntimeException {
    public ClusteringStoppedException(String message) {
        super(message);
    }
}
