package perennial.ruleengine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import perennial.ruleengine.Box.Relation;
import perennial.ruleengine.Condition.Operator;
import perennial.rules.Vocabulary.Attribute;

/**
 * The order that comparisons of attributes with each other impose. Attributes that must be equal form a class; classes
 * are gone through from those that nothing is below, so that each gets the least value that is left to it.
 */
final class Order {
    private enum Below {
        NOT,
        WEAKLY,
        STRICTLY
    }

    private final Box box;
    private final List<Attribute> attributes;
    private final Below[][] below;

    Order(Box box) {
        this.box = box;
        Set<Attribute> named = new LinkedHashSet<>();
        for (Relation relation : box.relations()) {
            named.add(relation.left());
            named.add(relation.right());
        }
        this.attributes = List.copyOf(named);
        this.below = new Below[attributes.size()][attributes.size()];
        for (Below[] row : below) {
            Arrays.fill(row, Below.NOT);
        }
        box.relations().forEach(this::enter);
        close();
    }

    private void enter(Relation relation) {
        int left = attributes.indexOf(relation.left());
        int right = attributes.indexOf(relation.right());
        switch (relation.operator()) {
            case LESS -> raise(left, right, Below.STRICTLY);
            case AT_MOST -> raise(left, right, Below.WEAKLY);
            case GREATER -> raise(right, left, Below.STRICTLY);
            case AT_LEAST -> raise(right, left, Below.WEAKLY);
            case EQUAL -> {
                raise(left, right, Below.WEAKLY);
                raise(right, left, Below.WEAKLY);
            }
            case UNEQUAL -> {}
        }
    }

    private void raise(int low, int high, Below how) {
        if (below[low][high].compareTo(how) < 0) {
            below[low][high] = how;
        }
    }

    private void close() {
        int n = attributes.size();
        for (int via = 0; via < n; via++) {
            for (int low = 0; low < n; low++) {
                for (int high = 0; high < n; high++) {
                    Below first = below[low][via];
                    Below second = below[via][high];
                    if (first != Below.NOT && second != Below.NOT) {
                        raise(low, high, first.compareTo(second) > 0 ? first : second);
                    }
                }
            }
        }
    }

    /** Whether it is certain that no values keep to the order. */
    boolean impossible() {
        boolean circle = IntStream.range(0, attributes.size()).anyMatch(i -> below[i][i] == Below.STRICTLY);
        boolean unlike = box.relations().stream()
                .anyMatch(relation -> relation.operator() == Operator.UNEQUAL
                        && equal(attributes.indexOf(relation.left()), attributes.indexOf(relation.right())));
        return circle || unlike || least().isEmpty();
    }

    /** What is left to each attribute above the least that is left to those below it; empty when nothing is. */
    private Optional<List<Values>> least() {
        List<Values> left = new ArrayList<>(
                attributes.stream().map(one -> box.region(one).values()).toList());
        for (int i : upwards()) {
            for (int j : IntStream.range(0, attributes.size()).toArray()) {
                if (equal(i, j)) {
                    left.set(i, left.get(i).and(box.region(attributes.get(j)).values()));
                }
            }
            for (int j : lower(i)) {
                Span first = ((Values.Numeric) left.get(j)).spans().get(0);
                boolean open = first.lowOpen() || below[j][i] == Below.STRICTLY;
                Span above = new Span(first.low(), open, Double.POSITIVE_INFINITY, true);
                left.set(i, left.get(i).and(Values.Numeric.of(attributes.get(i), List.of(above))));
            }
            if (left.get(i).empty()) {
                return Optional.empty();
            }
        }
        return Optional.of(left);
    }

    /** Values that keep to the order, put into the map; false when none were found. */
    boolean assign(Map<String, Object> known) {
        List<Values> left = least().orElseThrow();
        for (int i : upwards()) {
            Values allowed = left.get(i);
            Attribute attribute = attributes.get(i);
            for (int j : lower(i)) {
                Operator above = below[j][i] == Below.STRICTLY ? Operator.GREATER : Operator.AT_LEAST;
                allowed = allowed.and(Values.of(attribute, above, value(j, known)));
            }
            for (int j = 0; j < attributes.size(); j++) {
                if (known.containsKey(attributes.get(j).name())) {
                    allowed = beside(i, j, allowed, known);
                }
            }
            if (allowed.empty()) {
                return false;
            }
            known.put(attribute.name(), allowed.sample(attribute, "any"));
        }
        return true;
    }

    private Values beside(int i, int j, Values allowed, Map<String, Object> known) {
        if (equal(i, j)) {
            return allowed.and(Values.of(attributes.get(i), Operator.EQUAL, value(j, known)));
        }
        boolean unlike = box.relations().stream()
                .anyMatch(relation -> relation.operator() == Operator.UNEQUAL
                        && Set.of(relation.left(), relation.right())
                                .equals(Set.of(attributes.get(i), attributes.get(j))));
        return unlike ? allowed.and(Values.of(attributes.get(i), Operator.UNEQUAL, value(j, known))) : allowed;
    }

    private Object value(int i, Map<String, Object> known) {
        return Objects.requireNonNull(known.get(attributes.get(i).name()));
    }

    private boolean equal(int i, int j) {
        return i == j || (below[i][j] != Below.NOT && below[j][i] != Below.NOT);
    }

    private List<Integer> lower(int i) {
        return IntStream.range(0, attributes.size())
                .filter(j -> below[j][i] != Below.NOT && !equal(i, j))
                .boxed()
                .toList();
    }

    private List<Integer> upwards() {
        return IntStream.range(0, attributes.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> lower(i).size()))
                .toList();
    }
}
