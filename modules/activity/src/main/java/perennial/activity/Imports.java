package perennial.activity;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.Words;

/** Files of a shop on their way in; each ends with a report, and what could not be used is kept for download. */
public interface Imports {
    /**
     * Stores the file and lets it be read in the background.
     *
     * @param mapping the name of a mapping that is shipped or was put here
     * @param fileName as the sender calls it; a workbook or what gzip packed is known by its content
     * @param content read to its end before this returns
     * @param actor who sends it
     * @return the number of the import
     * @throws perennial.kernel.InvalidInputException if no such mapping exists or the file is empty
     */
    long start(String mapping, String fileName, InputStream content, String actor);

    /** @throws UnknownImportException if there is none of that number */
    Report report(long id);

    List<Report> latest(int limit);

    /** Writes the lines that were set apart as CSV: line number, reason, the line as it came. */
    void writeRejected(long id, OutputStream to);

    /**
     * Keeps a mapping under a name.
     *
     * @throws perennial.kernel.InvalidInputException with the line of the file where it can't be understood
     */
    void putMapping(String name, String yaml, String actor);

    /** Every mapping's kind, by name. */
    Map<String, String> mappings();

    /** What all imports together have brought. */
    Totals totals();

    /**
     * @param files by state; states without a file are left out
     * @param lines that were read
     * @param setApart lines that could not be used
     */
    record Totals(Map<State, Long> files, long lines, long setApart) {}

    enum State {
        WAITING,
        READING,
        COMPLETED,
        FAILED
    }

    /**
     * @param linesRead lines of data seen so far
     * @param linesTotal empty until it is known
     * @param accepted rows taken over, by what they became: purchases and cancellations (lines), orders, customers,
     *     products, events, costs; "updated" are those that were here and now tell something else
     * @param setApart lines that could not be used, by the code of its {@link Reason}
     * @param duplicates lines that repeat a line of the same file exactly
     * @param known rows that an earlier import had brought already
     * @param failure why it failed, and what mends it
     */
    record Report(
            long id,
            String kind,
            String mapping,
            String fileName,
            State state,
            Instant received,
            Optional<Instant> finished,
            long linesRead,
            Optional<Long> linesTotal,
            Map<String, Long> accepted,
            Map<String, Long> setApart,
            long duplicates,
            long known,
            Optional<Words> failure) {}
}
