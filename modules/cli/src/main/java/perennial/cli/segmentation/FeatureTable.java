package perennial.cli.segmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import perennial.analytics.clustering.Matrix;
import perennial.cli.terminal.Failure;
import perennial.cli.valuation.Rows;

/**
 * The chosen columns of a file of customers, as numbers, with what each row is called.
 *
 * @param names of the rows: the values of the id column, or the numbers of their lines
 */
public record FeatureTable(Matrix matrix, List<String> names) {
    private static final int FIRST_ROOM = 1 << 12;
    private static final int BETWEEN_TELLINGS = 1 << 16;
    private static final double LARGEST = 1e100;

    /**
     * What to read.
     *
     * @param id the column that names the rows; without one, the numbers of the lines do
     * @param isBlankUnknown whether a blank cell is a value that is not known; else it is refused
     */
    public record Wanted(List<String> features, Optional<String> id, boolean isBlankUnknown) {
        public Wanted {
            features = features.stream().map(String::strip).toList();
            for (String feature : features) {
                if (feature.isEmpty() || Collections.frequency(features, feature) > 1) {
                    throw Failure.misused("segment.features", String.join(", ", features));
                }
            }
        }
    }

    /** @param told now and then how many rows are read */
    public static FeatureTable read(Path file, Wanted wanted, LongConsumer told) throws IOException {
        try (Rows rows = Rows.of(file)) {
            if (!rows.hasNext()) {
                throw Failure.misused("file.empty", file.toString());
            }
            Reading reading = new Reading(rows.next(), wanted);
            while (rows.hasNext()) {
                Rows.Row row = rows.next();
                if (!row.fields().isEmpty()) {
                    reading.add(row);
                    if (reading.count % BETWEEN_TELLINGS == 0) {
                        told.accept(reading.count);
                    }
                }
            }
            return reading.finished();
        }
    }

    /** The rows so far. */
    private static final class Reading {
        private final Wanted wanted;
        private final int width;
        private final int[] places;
        private final int id;
        private final List<String> names = new ArrayList<>();
        private double[] values;
        private int count;

        Reading(Rows.Row header, Wanted wanted) {
            List<String> columns = header.fields().stream().map(String::strip).toList();
            this.wanted = wanted;
            this.width = columns.size();
            this.places = wanted.features().stream()
                    .mapToInt(feature -> place(feature, columns, header.line()))
                    .toArray();
            this.id = wanted.id()
                    .map(column -> place(column.strip(), columns, header.line()))
                    .orElse(-1);
            this.values = new double[FIRST_ROOM * places.length];
        }

        private static int place(String column, List<String> columns, long line) {
            int place = columns.indexOf(column);
            if (place < 0) {
                throw Failure.misused("segment.no-column", line, column, String.join(", ", columns));
            }
            if (columns.lastIndexOf(column) != place) {
                throw Failure.misused("segment.twice", line, column);
            }
            return place;
        }

        void add(Rows.Row row) {
            if (row.fields().size() != width) {
                throw Failure.misused("segment.fields", row.line(), row.fields().size(), width);
            }
            int next = Math.multiplyExact(count, places.length);
            if (next + places.length > values.length) {
                values = Arrays.copyOf(values, Math.addExact(values.length, values.length / 2));
            }
            for (int j = 0; j < places.length; j++) {
                values[next + j] = number(row.fields().get(places[j]).strip(), row.line(), j);
            }
            names.add(id < 0 ? Long.toString(row.line()) : row.fields().get(id));
            count++;
        }

        private double number(String text, long line, int feature) {
            if (text.isEmpty()) {
                if (wanted.isBlankUnknown()) {
                    return Double.NaN;
                }
                throw Failure.misused("segment.blank", line, wanted.features().get(feature));
            }
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value) && isPlain(text)) {
                    return within(value, text, line, feature);
                }
            } catch (NumberFormatException e) {
                // Told below, as any other word that is no number.
            }
            throw Failure.misused("file.no-number", line, wanted.features().get(feature), text);
        }

        /** The cube of a number, which its column's skewness needs, must be a number too. */
        private double within(double value, String text, long line, int feature) {
            if (Math.abs(value) > LARGEST) {
                throw Failure.misused("segment.huge", line, wanted.features().get(feature), text);
            }
            return value;
        }

        /** Java also takes 12f and 0x1p3 for numbers; nobody who wrote a table meant that. */
        private static boolean isPlain(String text) {
            return text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
        }

        FeatureTable finished() {
            if (count == 0) {
                throw Failure.misused("file.no-rows");
            }
            Matrix matrix = Matrix.of(wanted.features(), Arrays.copyOf(values, count * places.length));
            return new FeatureTable(matrix, names);
        }
    }
}
