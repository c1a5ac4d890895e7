package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import perennial.ruleengine.Condition.AllOf;
import perennial.rules.CustomerSnapshot;

/**
 * The fewest of some conditions that nobody meets together, so that leaving any of them out ends the conflict.
 *
 * @param few by their place, the last of them the first condition that makes the rest impossible
 * @param nearest a customer who meets all that stands before the last
 */
record Conflict(List<Integer> few, CustomerSnapshot nearest) {

    /** @param parts that nobody meets together */
    static Conflict among(List<? extends Condition> parts) {
        int last = 0;
        CustomerSnapshot nearest = Witness.ordinary();
        while (!impossible(parts.subList(0, last + 1))) {
            last++;
            nearest = Scope.anybody(possible(new AllOf(List.copyOf(parts.subList(0, last))))
                            .orElseThrow())
                    .orElse(nearest);
        }
        List<Integer> few =
                new ArrayList<>(IntStream.rangeClosed(0, last).boxed().toList());
        for (int i = 0; i < last; i++) {
            List<Integer> fewer = new ArrayList<>(few);
            fewer.remove((Integer) i);
            if (impossible(fewer.stream().map(parts::get).toList())) {
                few = fewer;
            }
        }
        return new Conflict(List.copyOf(few), nearest);
    }

    private static boolean impossible(List<? extends Condition> parts) {
        return possible(new AllOf(List.copyOf(parts))).filter(List::isEmpty).isPresent();
    }

    /** The customers of a condition without the boxes in which certainly nobody is; empty where there are too many. */
    static Optional<List<Box>> possible(Condition condition) {
        return Alternatives.of(condition)
                .map(boxes -> boxes.stream()
                        .filter(box -> !Witness.of(box).impossible())
                        .toList());
    }
}
