package perennial.activity.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import perennial.activity.reading.Mapping.Format;

/** The columns of a file and its first lines, without those that don't fit the header. */
record Sample(List<String> columns, List<String[]> lines) {
    private static final int MOST = 1_000;
    private static final int LONGEST_EXAMPLE = 200;

    /** @throws perennial.kernel.InvalidInputException if the file can't be cut like this */
    static Sample of(Path file, Cut cut) {
        long line = 0;
        try (Records records = Records.open(file, cut, names(file, cut), '.')) {
            List<String[]> lines = new ArrayList<>();
            for (int i = 0; i < MOST && records.advance(); i++) {
                line = records.line();
                addValues(records, lines);
            }
            return new Sample(records.columns(), lines);
        } catch (IOException e) {
            throw PlainText.refusal(e, line, cut.encoding());
        }
    }

    private static void addValues(Records records, List<String[]> lines) {
        try {
            lines.add(records.values());
        } catch (Refusal malformed) {
            // the trial of the mapping tells of it
        }
    }

    /** The names that stand in the first objects of a file of JSON lines. */
    private static List<String> names(Path file, Cut cut) throws IOException {
        if (cut.format() == Format.CSV) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        try (BufferedReader text = PlainText.open(Files.newInputStream(file), cut.encoding())) {
            String object = text.readLine();
            for (int i = 0; i < MOST && object != null; i++) {
                names.addAll(JsonRecords.names(object));
                object = text.readLine();
            }
        }
        return List.copyOf(names);
    }

    /** What a column holds, without blanks. */
    List<String> values(String column) {
        int place = columns.indexOf(column);
        return place < 0
                ? List.of()
                : lines.stream()
                        .map(values -> values[place].strip())
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    /** Some different values of each column. */
    List<List<String>> examples(int most) {
        return columns.stream()
                .map(column -> values(column).stream()
                        .map(value -> value.length() <= LONGEST_EXAMPLE ? value : value.substring(0, LONGEST_EXAMPLE))
                        .distinct()
                        .limit(most)
                        .toList())
                .toList();
    }
}
