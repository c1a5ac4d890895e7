package perennial.storage;

/** The least that a call which keeps something costs: what the time of larger ones is measured against. */
public interface Yardstick {
    /** Whether an operator opened it for a benchmark. */
    boolean isOpen();

    /**
     * Puts a row in place that nobody reads.
     *
     * @return its number
     */
    long put(String text);
}
