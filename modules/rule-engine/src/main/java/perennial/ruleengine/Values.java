package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import perennial.ruleengine.Condition.Operator;
import perennial.rules.Vocabulary;
import perennial.rules.Vocabulary.Attribute;

/** Some of the values that an attribute may have. */
sealed interface Values {

    boolean empty();

    Values and(Values other);

    /** The other values of the attribute. */
    Values rest(Attribute attribute);

    /** A value of those that are not empty: the preferred one where it is among them. */
    Object sample(Attribute attribute, Object preferred);

    String written(String name);

    static Values all(Attribute attribute) {
        if (attribute.type().numeric()) {
            return new Numeric(List.of(domain(attribute)));
        }
        List<String> texts = attribute.type() == Vocabulary.Type.FLAG ? List.of("true", "false") : attribute.oneOf();
        return new Worded(texts.isEmpty(), new TreeSet<>(texts));
    }

    /** The values that compare so with a constant. */
    static Values of(Attribute attribute, Operator operator, Object constant) {
        if (!attribute.type().numeric()) {
            Values one = new Worded(false, new TreeSet<>(Set.of(constant.toString())));
            return operator == Operator.EQUAL ? one : one.rest(attribute);
        }
        double bound = ((Number) constant).doubleValue();
        if (operator == Operator.UNEQUAL) {
            return of(attribute, Operator.EQUAL, constant).rest(attribute);
        }
        return Numeric.of(attribute, List.of(Span.of(operator, bound)));
    }

    private static Span domain(Attribute attribute) {
        Span domain = Span.closed(attribute.min(), attribute.max());
        return Numeric.whole(attribute) ? domain.whole() : domain;
    }

    /** Numbers in spans that lie apart, the lowest first. */
    record Numeric(List<Span> spans) implements Values {

        static boolean whole(Attribute attribute) {
            return attribute.type() != Vocabulary.Type.NUMBER;
        }

        static Numeric of(Attribute attribute, List<Span> spans) {
            return new Numeric(spans.stream()
                    .map(span -> span.and(domain(attribute)))
                    .map(span -> whole(attribute) ? span.whole() : span)
                    .filter(span -> !span.empty())
                    .toList());
        }

        @Override
        public boolean empty() {
            return spans.isEmpty();
        }

        @Override
        public Values and(Values other) {
            return new Numeric(spans.stream()
                    .flatMap(one -> ((Numeric) other).spans.stream().map(one::and))
                    .filter(span -> !span.empty())
                    .toList());
        }

        @Override
        public Values rest(Attribute attribute) {
            List<Span> rest = new ArrayList<>();
            double from = Double.NEGATIVE_INFINITY;
            boolean fromOpen = true;
            for (Span span : spans) {
                rest.add(new Span(from, fromOpen, span.low(), !span.lowOpen()));
                from = span.high();
                fromOpen = !span.highOpen();
            }
            rest.add(new Span(from, fromOpen, Double.POSITIVE_INFINITY, true));
            return of(attribute, rest);
        }

        @Override
        public Object sample(Attribute attribute, Object preferred) {
            boolean fits = preferred instanceof Number number
                    && !and(new Numeric(List.of(Span.closed(number.doubleValue(), number.doubleValue()))))
                            .empty();
            return fits ? preferred : (Object) spans.get(0).sample(Boundaries.step(attribute));
        }

        @Override
        public String written(String name) {
            return spans.stream().map(span -> span.written(name)).collect(Collectors.joining(" || "));
        }
    }

    /** Texts, or with {@code except} all texts but those; of true and false, their words. */
    record Worded(boolean except, Set<String> texts) implements Values {

        @Override
        public boolean empty() {
            return !except && texts.isEmpty();
        }

        @Override
        public Values and(Values other) {
            Worded words = (Worded) other;
            if (except && words.except) {
                return new Worded(true, changed(all -> all.addAll(words.texts)));
            }
            if (except) {
                return words.and(this);
            }
            return new Worded(false, changed(all -> all.removeIf(text -> words.texts.contains(text) == words.except)));
        }

        @Override
        public Values rest(Attribute attribute) {
            return Values.all(attribute).and(new Worded(!except, texts));
        }

        @Override
        public Object sample(Attribute attribute, Object preferred) {
            String wanted = preferred.toString();
            String found = texts.contains(wanted) != except
                    ? wanted
                    : except ? other() : texts.iterator().next();
            return attribute.type() == Vocabulary.Type.FLAG ? (Object) Boolean.valueOf(found) : found;
        }

        private String other() {
            int number = 1;
            while (texts.contains("other " + number)) {
                number++;
            }
            return "other " + number;
        }

        @Override
        public String written(String name) {
            String list = texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", ", "(", ")"));
            return name + (except ? " not in " : " in ") + list;
        }

        private Set<String> changed(Consumer<Set<String>> change) {
            Set<String> changed = new TreeSet<>(texts);
            change.accept(changed);
            return changed;
        }
    }
}
