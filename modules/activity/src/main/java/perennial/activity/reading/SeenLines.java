package perennial.activity.reading;

/**
 * The fingerprints of the lines seen so far, in a hash table with linear probing. It grows up to 128 MB, which is eight
 * million lines, and then begins anew: of a longer file, a line is still known again by the database.
 */
final class SeenLines {
    private static final int MOST_SLOTS = 1 << 24;

    private long[] slots = new long[1 << 12];
    private int count;
    private boolean zero;

    /** Whether it was not there yet. */
    boolean add(long fingerprint) {
        if (fingerprint == 0) {
            boolean first = !zero;
            zero = true;
            return first;
        }
        if (count >= slots.length / 2) {
            grow();
        }
        return put(fingerprint);
    }

    private boolean put(long fingerprint) {
        int slot = (int) fingerprint & (slots.length - 1);
        while (slots[slot] != 0) {
            if (slots[slot] == fingerprint) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = fingerprint;
        count++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        count = 0;
        if (old.length == MOST_SLOTS) {
            slots = new long[1 << 12];
            return;
        }
        slots = new long[old.length * 2];
        for (long fingerprint : old) {
            if (fingerprint != 0) {
                put(fingerprint);
            }
        }
    }
}
