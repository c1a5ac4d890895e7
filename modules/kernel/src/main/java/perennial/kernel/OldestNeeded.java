package perennial.kernel;

/** Asked, as an event, before the results of old runs are dropped: who still reads those of an older run says so. */
public final class OldestNeeded {
    private long run;

    /** @param run the oldest that is kept in any case */
    public OldestNeeded(long run) {
        this.run = run;
    }

    public void need(long older) {
        run = Math.min(run, older);
    }

    public long run() {
        return run;
    }
}
