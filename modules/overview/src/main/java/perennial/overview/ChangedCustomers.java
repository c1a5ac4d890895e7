package perennial.overview;

/** Customers of whom something new was told since the run in force looked. */
public interface ChangedCustomers {
    /**
     * Has some of them shown as they are now, in one transaction: their features, their segment, and the numbers of the
     * segments. Not to be asked beside a run, which looks at all of them.
     *
     * @return false when nobody waits
     */
    boolean refreshSome();
}
