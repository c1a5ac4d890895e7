package perennial.ruleengine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import perennial.rules.Kind;

/**
 * Tables of decisions that are written as rules: those of one file for the same kinds of decision that ask for the same attributes, and of which
 * never two fire, so that they part the customers between them by numbers.
 */
final class Tables {
    private static final int MOST_GAPS = 5;

    private Tables() {}

    private record Key(String path, Set<String> attributes, Set<Kind> kinds) {}

    /** @param axes the attributes of which rules ask different things */
    record Table(List<Scope> scopes, List<String> axes) {

        /** Customers between those that the rules ask for, for whom none fires. */
        List<Box> gaps() {
            List<Box> left = List.of(hull());
            for (Scope scope : scopes) {
                left = left.stream()
                        .flatMap(box -> box.minus(scope.boxes().get(0)).stream())
                        .toList();
            }
            return left.stream().limit(MOST_GAPS).toList();
        }

        String told(Box gap) {
            return axes.stream().map(name -> gap.asked(name).written()).collect(Collectors.joining(", "));
        }

        private Box hull() {
            Box hull = Box.EVERYBODY;
            for (String name : box(scopes.get(0)).regions().keySet()) {
                hull = hull.and(hull(regions(name, scopes)));
            }
            return hull;
        }

        private static Region hull(List<Region> regions) {
            Region all = regions.stream().reduce(Region::or).orElseThrow();
            if (!(all.values() instanceof Values.Numeric numeric) || numeric.empty()) {
                return all;
            }
            Span first = numeric.spans().get(0);
            Span last = numeric.spans().get(numeric.spans().size() - 1);
            Span hull = new Span(first.low(), first.lowOpen(), last.high(), last.highOpen());
            return new Region(all.attribute(), all.unknown(), new Values.Numeric(List.of(hull)));
        }
    }

    static List<Table> among(List<Scope> scopes) {
        Map<Key, List<Scope>> groups = scopes.stream()
                .filter(scope -> scope.boxes().size() == 1
                        && box(scope).relations().isEmpty()
                        && scope.sentence().cell().isEmpty())
                .collect(Collectors.groupingBy(Tables::key, LinkedHashMap::new, Collectors.toList()));
        List<Table> tables = new ArrayList<>();
        for (List<Scope> group : groups.values()) {
            List<String> axes = box(group.get(0)).regions().keySet().stream()
                    .filter(name -> regions(name, group).stream().distinct().count() > 1)
                    .toList();
            boolean byNumbers = axes.stream()
                    .anyMatch(name ->
                            box(group.get(0)).asked(name).attribute().type().numeric());
            if (byNumbers && apart(group)) {
                tables.add(new Table(group, axes));
            }
        }
        return tables;
    }

    private static Key key(Scope scope) {
        return new Key(
                scope.rule().path(),
                box(scope).regions().keySet(),
                scope.sentence().then().stream().map(Action::kind).collect(Collectors.toSet()));
    }

    private static boolean apart(Collection<Scope> group) {
        return group.stream()
                .allMatch(one -> group.stream()
                        .allMatch(other ->
                                one.is(other) || box(one).and(box(other)).empty()));
    }

    private static List<Region> regions(String name, List<Scope> scopes) {
        return scopes.stream().map(scope -> box(scope).asked(name)).toList();
    }

    private static Box box(Scope scope) {
        return scope.boxes().get(0);
    }
}
