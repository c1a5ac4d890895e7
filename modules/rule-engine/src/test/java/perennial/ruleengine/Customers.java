package perennial.ruleengine;

import java.util.List;
import perennial.rules.CustomerSnapshot;

/** Customers made from a condition: of each of its alternatives, and of each way to miss it. */
final class Customers {
    private Customers() {}

    static List<CustomerSnapshot> of(Condition condition) {
        return customers(Alternatives.of(condition).orElseThrow());
    }

    static List<CustomerSnapshot> notOf(Condition condition) {
        List<Box> others = List.of(Box.EVERYBODY);
        for (Box box : Alternatives.of(condition).orElseThrow()) {
            others = others.stream().flatMap(other -> other.minus(box).stream()).toList();
        }
        return customers(others);
    }

    private static List<CustomerSnapshot> customers(List<Box> boxes) {
        return boxes.stream()
                .flatMap(box -> Witness.of(box).customer().stream())
                .toList();
    }
}
