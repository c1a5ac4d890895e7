package perennial.activity;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.MappingForm.FileShape;
import perennial.kernel.Words;

/**
 * Files that were sent but not imported yet: looked into, mapped by hand and tried out, without a trace in the shop until
 * somebody says so. One that nobody imports is deleted after a week.
 */
public interface Drafts {
    /** What the report of an import calls a mapping that was not kept under a name. */
    String BY_HAND = "by-hand";

    /**
     * Stores a file.
     *
     * @param content CSV, NDJSON or a workbook (XLSX), read to its end before this returns
     * @throws perennial.kernel.InvalidInputException if it is empty, or none of these
     */
    long receive(String fileName, InputStream content, String actor);

    /** @throws UnknownDraftException if there is none of that number, or it was imported or deleted */
    Draft draft(long id);

    /** Those that wait, the newest first. */
    List<Waiting> waiting();

    /**
     * What the file holds if it is cut like this.
     *
     * @throws perennial.kernel.InvalidInputException if it can't be
     */
    Glimpse look(long id, FileShape shape);

    /** The kind of file that these columns speak of most. */
    String guessKind(List<String> columns);

    /** A first guess at how the file is to be read, by the names of its columns and by what they hold. */
    MappingForm guess(long id, FileShape shape, String kind);

    /**
     * A mapping that is shipped or was kept.
     *
     * @throws perennial.kernel.InvalidInputException if there is none of that name
     */
    MappingForm form(String mapping);

    /** The text of the mapping that a form means, for other ways in. */
    String text(MappingForm form);

    /** The fields of a kind of file, those that are needed first. */
    List<Field> fields(String kind);

    /** The first lines of the file as they would be read. */
    Preview preview(long id, MappingForm form);

    /**
     * Imports the file.
     *
     * @param name to keep the mapping under
     * @return the number of the import
     * @throws perennial.kernel.InvalidInputException if the mapping or the name can't be used
     */
    long importAs(long id, MappingForm form, Optional<String> name, String actor);

    void discard(long id, String actor);

    /** A file that nobody has imported yet. */
    record Waiting(long id, String fileName, Instant received) {}

    /**
     * @param shape as far as it can be told by its content
     * @param workbook whether it is one, with sheets instead of separator and encoding
     * @param sheets of a workbook
     */
    record Draft(
            long id,
            String fileName,
            Instant received,
            long bytes,
            FileShape shape,
            boolean workbook,
            List<String> sheets) {}

    /**
     * The first lines of a file.
     *
     * @param examples some different values of each column, in the order of the columns
     */
    record Glimpse(List<String> columns, List<List<String>> examples) {}

    /**
     * @param needed whether a file of its kind can't do without
     * @param vocabulary the words that it may hold; empty if it is free
     */
    record Field(String name, boolean needed, List<String> vocabulary) {}

    /**
     * @param fields those of which some line has a value, in the order of the form
     * @param lines the first ten
     * @param tried how many lines were read for the counts
     * @param setApart of these, by the code of its {@link Reason}
     * @param duplicates of these
     * @param refusal why the file can't be read so at all
     */
    record Preview(
            List<String> fields,
            List<Line> lines,
            long tried,
            Map<String, Long> setApart,
            long duplicates,
            Optional<Refusal> refusal) {

        /** How many of the lines that were tried would be set apart. */
        public long apart() {
            return setApart.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * A line as it would be read.
     *
     * @param values of its fields
     * @param content the line itself, where it would be set apart
     * @param reason why it would be set apart
     * @param detail the field and what it held
     */
    record Line(
            long line,
            Map<String, String> values,
            String content,
            Optional<Reason> reason,
            String detail,
            boolean duplicate) {}

    /** Why something can't be used, and what mends it. */
    record Refusal(String field, String value, Words reason, Words fix) {}
}
