package perennial.storage.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.value.VersionedValue;

/**
 * What H2 leaves behind when it is killed while somebody writes. It saves one map after the other, and work goes on
 * meanwhile; so a row or an entry of an index can be in the file of which the log of its transaction, saved a moment
 * before, knows nothing yet, and which opening therefore does not undo. Whoever gets the number of that transaction
 * next takes it for a change of his own, and fails at it.
 */
public final class TornWrites {
    /** In the head of a file that was closed and has not been written to since then. */
    private static final String CLOSED_WELL = "clean";

    private final MVStore store;

    public TornWrites(MVStore store) {
        this.store = store;
    }

    /**
     * Gives every entry the value that was last committed; not while somebody else is at work. H2 itself always is: it
     * moves what is alive out of old pieces of the file and gives these up, unless they are known to be read.
     *
     * @return how many it were
     */
    public int undo() {
        if (store.getStoreHeader().containsKey(CLOSED_WELL)) {
            return 0;
        }
        MVStore.TxCounter reading = store.registerVersionUsage();
        try {
            return undoAll();
        } finally {
            store.deregisterVersionUsage(reading);
        }
    }

    private int undoAll() {
        int undone = 0;
        for (String name : store.getMapNames()) {
            if (name.startsWith("table.") || name.startsWith("index.")) {
                undone += undo(store.openMap(name));
            }
        }
        return undone;
    }

    private static int undo(MVMap<Object, Object> map) {
        List<Map.Entry<Object, VersionedValue<?>>> torn = new ArrayList<>();
        Cursor<Object, Object> all = map.cursor(null);
        while (all.hasNext()) {
            Object key = all.next();
            if (all.getValue() instanceof VersionedValue<?> value && !value.isCommitted()) {
                torn.add(Map.entry(key, value));
            }
        }
        for (Map.Entry<Object, VersionedValue<?>> entry : torn) {
            Object committed = entry.getValue().getCommittedValue();
            if (committed == null) {
                map.remove(entry.getKey());
            } else {
                map.put(entry.getKey(), committed);
            }
        }
        return torn.size();
    }
}
