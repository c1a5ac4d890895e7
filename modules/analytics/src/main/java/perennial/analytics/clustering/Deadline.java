package perennial.analytics.clustering;

import java.time.Duration;

/** Until when work may go on; an interrupted thread may not go on either. */
final class Deadline {
    private final Duration allowed;
    private final long begin = System.nanoTime();

    private Deadline(Duration allowed) {
        this.allowed = allowed;
    }

    static Deadline in(Duration allowed) {
        return new Deadline(allowed);
    }

    boolean passed() {
        return System.nanoTime() - begin >= allowed.toNanos();
    }

    /** Ends the work by an exception if it may not go on; leaves the thread's interrupt status as it is. */
    void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClusteringStoppedException("the clustering was interrupted");
        }
        if (passed()) {
            throw new ClusteringStoppedException("the clustering did not end within " + allowed
                    + "; allow it more time, or give it fewer rows, columns or numbers of segments");
        }
    }
}
