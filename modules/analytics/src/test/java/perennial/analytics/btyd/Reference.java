package perennial.analytics.btyd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A value computed elsewhere with 60 and more digits, by {@code src/test/python/btyd_grid.py}. Its file has a row each:
 * model; quantity; parameters; the past and what else is asked; value.
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
record Reference(String model, String quantity, double[] parameters, double[] asked, double value) {
    static List<Reference> in(String file) {
        try (InputStream in = Objects.requireNonNull(Reference.class.getResourceAsStream(file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines().skip(1).map(Reference::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reference of(String row) {
        String[] fields = row.split(";");
        int last = fields.length - 1;
        return new Reference(
                fields[0],
                fields[1],
                numbers(Arrays.stream(fields, 2, last - 1)),
                numbers(Arrays.stream(fields[last - 1].split(" "))),
                Double.parseDouble(fields[last]));
    }

    private static double[] numbers(Stream<String> texts) {
        return texts.mapToDouble(Double::parseDouble).toArray();
    }

    boolean isSlope() {
        return quantity.startsWith("slope");
    }

    /** Of a slope, the place of the parameter by whose logarithm it is. */
    int place() {
        return Integer.parseInt(quantity.substring("slope".length()));
    }

    /** To 1e-10 of the value, or 1e-12. */
    double tolerance() {
        return Math.max(1e-12, 1e-10 * Math.abs(value));
    }

    String told() {
        return kind() + " of " + Arrays.toString(parameters) + " at " + Arrays.toString(asked);
    }

    String kind() {
        return model + " " + quantity;
    }
}
