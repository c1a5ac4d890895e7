package perennial.charts;

import java.util.List;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** Numbers that can be drawn. */
final class Finite {
    private Finite() {}

    static double of(String field, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidInputException(
                    field,
                    value,
                    new Words("can't be drawn", "无法绘制"),
                    new Words("leave out what is not a finite number", "请略去不是有限数的值"));
        }
        return value;
    }

    static List<Double> all(String field, List<Double> values) {
        values.forEach(value -> of(field, value));
        return List.copyOf(values);
    }

    static double notNegative(String field, double value) {
        if (!(of(field, value) >= 0)) {
            throw new InvalidInputException(
                    field, value, new Words("is below 0", "小于 0"), new Words("give parts of a whole", "请给出整体的各部分"));
        }
        return value;
    }
}
