package perennial.ruleengine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import perennial.ruleengine.Condition.Operator;
import perennial.rules.Vocabulary.Attribute;

/**
 * Customers who meet conditions that all must hold.
 *
 * @param regions by the name of each attribute that is asked for
 * @param relations comparisons of attributes with each other, both of which are known
 */
record Box(Map<String, Region> regions, Set<Relation> relations) {

    static final Box EVERYBODY = new Box(Map.of(), Set.of());

    record Relation(Attribute left, Operator operator, Attribute right) {

        /** Numbers that differ are in one order or the other, which can be gone through from below. */
        List<Relation> cases() {
            boolean either = operator == Operator.UNEQUAL && left.type().numeric();
            return either
                    ? List.of(new Relation(left, Operator.LESS, right), new Relation(left, Operator.GREATER, right))
                    : List.of(this);
        }
    }

    static Box of(Region region) {
        return new Box(Map.of(region.attribute().name(), region), Set.of());
    }

    static Box of(Relation relation) {
        return EVERYBODY.and(relation);
    }

    Region region(Attribute attribute) {
        Region region = regions.get(attribute.name());
        return region == null ? Region.all(attribute) : region;
    }

    /** What is asked of an attribute that is among the regions. */
    Region asked(String name) {
        return Objects.requireNonNull(regions.get(name));
    }

    Box and(Region region) {
        Map<String, Region> narrowed = new LinkedHashMap<>(regions);
        narrowed.merge(region.attribute().name(), region, Region::and);
        return new Box(narrowed, relations);
    }

    Box and(Relation relation) {
        Set<Relation> more = new LinkedHashSet<>(relations);
        more.add(relation);
        return new Box(regions, more).and(Region.known(relation.left())).and(Region.known(relation.right()));
    }

    Box and(Box other) {
        Map<String, Region> narrowed = new LinkedHashMap<>(regions);
        other.regions.forEach((name, region) -> narrowed.merge(name, region, Region::and));
        Set<Relation> more = new LinkedHashSet<>(relations);
        more.addAll(other.relations);
        return new Box(narrowed, more);
    }

    /** Whether no value is left for some attribute; what the relations exclude beyond that is {@link Witness}'s. */
    boolean empty() {
        return regions.values().stream().anyMatch(Region::empty);
    }

    /** The customers of this box who are not of the other, in boxes that lie apart. */
    List<Box> minus(Box other) {
        List<Box> pieces = new ArrayList<>();
        Box rest = this;
        for (Region region : other.regions.values()) {
            keep(rest.and(region.rest()), pieces);
            rest = rest.and(region);
            if (rest.empty()) {
                return pieces;
            }
        }
        for (Relation relation : other.relations) {
            Relation opposite =
                    new Relation(relation.left(), relation.operator().opposite(), relation.right());
            for (Relation either : opposite.cases()) {
                keep(rest.and(either), pieces);
            }
            rest = rest.and(relation);
        }
        return pieces;
    }

    private static void keep(Box piece, List<Box> pieces) {
        if (!piece.empty()) {
            pieces.add(piece);
        }
    }
}
