package perennial.charts;

import java.util.List;
import perennial.kernel.InvalidInputException;

/** Numbers that can be drawn. */
final class Finite {
    private Finite() {}

    static double of(String field, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidInputException(field, value, "can't be drawn", "leave out what is not a finite number");
        }
        return value;
    }

    static List<Double> all(String field, List<Double> values) {
        values.forEach(value -> of(field, value));
        return List.copyOf(values);
    }

    static double notNegative(String field, double value) {
        if (!(of(field, value) >= 0)) {
            throw new InvalidInputException(field, value, "is below 0", "give parts of a whole");
        }
        return value;
    }
}
