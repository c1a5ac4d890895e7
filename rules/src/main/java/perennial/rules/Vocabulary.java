package perennial.rules;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words that a rule may use: attributes of the customer and verbs of decision. Guard, completion, documentation and
 * the reading of scenarios all ask it; it is read from {@link CustomerSnapshot} and {@link Decisions}.
 */
public final class Vocabulary {
    private static final Vocabulary STANDARD = new Vocabulary();

    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, Verb> verbs = new LinkedHashMap<>();

    private Vocabulary() {
        for (RecordComponent component : CustomerSnapshot.class.getRecordComponents()) {
            attributes.put(component.getName(), attribute(component));
        }
        Arrays.stream(Decisions.class.getMethods())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> verbs.put(method.getName(), verb(method)));
    }

    public static Vocabulary standard() {
        return STANDARD;
    }

    public Collection<Attribute> attributes() {
        return Collections.unmodifiableCollection(attributes.values());
    }

    public Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    public Collection<Verb> verbs() {
        return Collections.unmodifiableCollection(verbs.values());
    }

    public Optional<Verb> verb(String name) {
        return Optional.ofNullable(verbs.get(name));
    }

    private static Attribute attribute(RecordComponent component) {
        Word word = Objects.requireNonNull(component.getAnnotation(Word.class), component.getName());
        return new Attribute(
                component.getName(),
                Type.of(component.getType()),
                word.unit(),
                word.min(),
                word.max(),
                List.of(word.oneOf()),
                mayBeUnknown(component.getAnnotatedType()),
                new Text(word.en(), word.zh()));
    }

    private static boolean mayBeUnknown(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Verb verb(Method method) {
        Act act = Objects.requireNonNull(method.getAnnotation(Act.class), method.getName());
        List<Kind> kinds = List.of(act.kinds());
        List<Argument> arguments = Arrays.stream(method.getParameters())
                .map(parameter -> argument(parameter, kinds))
                .toList();
        boolean contact = method.getReturnType() == Decisions.Contact.class;
        return new Verb(method.getName(), kinds, arguments, contact, new Text(act.en(), act.zh()));
    }

    private static Argument argument(Parameter parameter, List<Kind> kinds) {
        Word word = Objects.requireNonNull(parameter.getAnnotation(Word.class), parameter.getName());
        List<String> oneOf = parameter.getType() == Kind.class
                ? kinds.stream().map(Kind::name).toList()
                : List.of();
        return new Argument(
                parameter.getName(),
                parameter.getType() == Kind.class ? Type.TEXT : Type.of(parameter.getType()),
                word.unit(),
                word.min(),
                word.max(),
                oneOf,
                new Text(word.en(), word.zh()));
    }

    /** What kind of value a word stands for. */
    public enum Type {
        TEXT,
        FLAG,
        WHOLE,
        NUMBER,
        /** Whole minor units of the shop's currency. */
        AMOUNT;

        static Type of(Class<?> javaType) {
            if (javaType == String.class) {
                return TEXT;
            }
            if (javaType == Boolean.class) {
                return FLAG;
            }
            if (javaType == Integer.class || javaType == int.class) {
                return WHOLE;
            }
            if (javaType == Long.class) {
                return AMOUNT;
            }
            if (javaType == Double.class || javaType == double.class) {
                return NUMBER;
            }
            throw new IllegalArgumentException("the rule language has no values of " + javaType);
        }

        public boolean numeric() {
            return this == WHOLE || this == NUMBER || this == AMOUNT;
        }
    }

    /**
     * Something that is known of a customer.
     *
     * @param min the least value, included; negative infinity where there is none
     * @param max the greatest value, included; positive infinity where there is none
     * @param oneOf the texts that occur; empty means any text
     * @param optional whether it may be unknown
     */
    public record Attribute(
            String name,
            Type type,
            Unit unit,
            double min,
            double max,
            List<String> oneOf,
            boolean optional,
            Text meaning) {}

    /**
     * Something that a rule may propose.
     *
     * @param kinds what it may be for
     * @param contact whether it reaches the customer, so that the rule says by which channels
     */
    public record Verb(String name, List<Kind> kinds, List<Argument> arguments, boolean contact, Text meaning) {
        public Domain domain() {
            return kinds.get(0).domain();
        }
    }

    /** What a verb needs to be told, in the order of the call. */
    public record Argument(
            String name, Type type, Unit unit, double min, double max, List<String> oneOf, Text meaning) {}
}
