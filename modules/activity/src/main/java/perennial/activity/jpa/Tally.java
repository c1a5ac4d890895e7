package perennial.activity.jpa;

import java.util.Map;
import java.util.TreeMap;
import perennial.activity.Reason;

/** What an import has counted so far. */
public final class Tally {
    private final Map<String, Long> accepted = new TreeMap<>();
    private final Map<String, Long> setApart = new TreeMap<>();
    private long duplicates;
    private long known;

    void accepted(String what, long rows) {
        if (rows > 0) {
            accepted.merge(what, rows, Long::sum);
        }
    }

    void setApart(Reason reason) {
        setApart.merge(reason.code(), 1L, Long::sum);
    }

    void duplicate() {
        duplicates++;
    }

    void known(long rows) {
        known += rows;
    }

    public Map<String, Long> accepted() {
        return accepted;
    }

    public Map<String, Long> setApart() {
        return setApart;
    }

    public long duplicates() {
        return duplicates;
    }

    public long known() {
        return known;
    }
}
