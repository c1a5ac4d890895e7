package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Condition.AnyOf;
import perennial.ruleengine.Condition.Comparison;
import perennial.ruleengine.Condition.Other;

/**
 * The boxes of customers of which a condition is the union; boxes in which nobody can be are left out. Empty where there
 * would be more than {@value #MOST}: alternatives in alternatives multiply.
 */
final class Alternatives {
    private static final int MOST = 256;

    private Alternatives() {}

    static Optional<List<Box>> of(Condition condition) {
        if (condition instanceof AllOf all) {
            return allOf(all.parts());
        }
        if (condition instanceof AnyOf any) {
            return anyOf(any.parts());
        }
        Comparison comparison = (Comparison) condition;
        if (comparison.right() instanceof Other other) {
            Box.Relation relation = new Box.Relation(comparison.left(), comparison.operator(), other.attribute());
            return Optional.of(relation.cases().stream().map(Box::of).toList());
        }
        Box box = Box.of(Region.of(comparison));
        return Optional.of(box.empty() ? List.of() : List.of(box));
    }

    private static Optional<List<Box>> allOf(List<Condition> parts) {
        List<Box> boxes = List.of(Box.EVERYBODY);
        for (Condition part : parts) {
            Optional<List<Box>> more = of(part);
            if (more.isEmpty() || boxes.size() * more.get().size() > MOST) {
                return Optional.empty();
            }
            boxes = boxes.stream()
                    .flatMap(box -> more.get().stream().map(box::and))
                    .filter(box -> !box.empty())
                    .toList();
        }
        return Optional.of(boxes);
    }

    private static Optional<List<Box>> anyOf(List<Condition> parts) {
        List<Box> boxes = new ArrayList<>();
        for (Condition part : parts) {
            Optional<List<Box>> more = of(part);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            more.get().forEach(box -> add(box, boxes));
            if (boxes.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(boxes);
    }

    /** Values of one attribute become one box, so that a long list of them stays small. */
    private static void add(Box box, List<Box> boxes) {
        if (box.regions().size() == 1 && box.relations().isEmpty()) {
            Region region = box.regions().values().iterator().next();
            for (int i = 0; i < boxes.size(); i++) {
                Region other = boxes.get(i).regions().get(region.attribute().name());
                if (other != null
                        && boxes.get(i).regions().size() == 1
                        && boxes.get(i).relations().isEmpty()) {
                    boxes.set(i, Box.of(other.or(region)));
                    return;
                }
            }
        }
        boxes.add(box);
    }
}
