package perennial.rules;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.kernel.Words;
import perennial.rules.Vocabulary.Attribute;

/** Fills a snapshot by attribute name, checks every value against the vocabulary, and reads it back. */
final class SnapshotForm {
    static final SnapshotForm STANDARD = new SnapshotForm();
    /** Up to here a double holds each whole number. */
    private static final double EXACT = 1L << 53;

    private final List<Attribute> attributes = List.copyOf(Vocabulary.standard().attributes());
    private final Map<String, Method> accessors = new LinkedHashMap<>();
    private final Constructor<CustomerSnapshot> constructor;

    private SnapshotForm() {
        RecordComponent[] components = CustomerSnapshot.class.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (RecordComponent component : components) {
            accessors.put(component.getName(), component.getAccessor());
        }
        try {
            constructor = CustomerSnapshot.class.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its canonical constructor", e);
        }
    }

    CustomerSnapshot fill(Map<String, ?> known) {
        refuseUnknownNames(known);
        @Nullable Object[] values = new @Nullable Object[attributes.size()];
        for (int i = 0; i < values.length; i++) {
            Attribute attribute = attributes.get(i);
            values[i] = value(attribute, opened(known.get(attribute.name())), known);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("values of the right types make a snapshot", e);
        }
    }

    Map<String, Object> read(CustomerSnapshot snapshot) {
        Map<String, Object> known = new LinkedHashMap<>();
        accessors.forEach((name, accessor) -> {
            Object value = value(accessor, snapshot);
            if (value != null) {
                known.put(name, value);
            }
        });
        return known;
    }

    Optional<Object> read(CustomerSnapshot snapshot, String attribute) {
        return Optional.ofNullable(accessors.get(attribute)).map(accessor -> value(accessor, snapshot));
    }

    private static @Nullable Object value(Method accessor, CustomerSnapshot snapshot) {
        try {
            return accessor.invoke(snapshot);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor only reads", e);
        }
    }

    private void refuseUnknownNames(Map<String, ?> known) {
        for (String name : known.keySet()) {
            if (Vocabulary.standard().attribute(name).isEmpty()) {
                throw new InvalidInputException(
                        name,
                        known.get(name),
                        new Words("no attribute has this name", "没有此名称的属性"),
                        new Words("take a name from the vocabulary", "请采用词汇表中的名称"));
            }
        }
    }

    private static @Nullable Object opened(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        return value;
    }

    private static @Nullable Object value(Attribute attribute, @Nullable Object given, Map<String, ?> known) {
        if (given == null) {
            if (attribute.optional()) {
                return null;
            }
            throw new InvalidInputException(
                    attribute.name(),
                    null,
                    new Words(
                            attribute.meaning().en() + " is never unknown",
                            attribute.meaning().zh() + "不会未知"),
                    new Words("give it", "请给出"));
        }
        return switch (attribute.type()) {
            case TEXT -> text(attribute, given);
            case FLAG -> flag(attribute, given);
            case WHOLE, NUMBER, AMOUNT -> number(attribute, given, known);
        };
    }

    private static String text(Attribute attribute, Object given) {
        String text;
        if (given instanceof Enum<?> constant) {
            text = constant.name();
        } else if (given instanceof String || given instanceof CustomerId) {
            text = given.toString();
        } else {
            throw wrong(attribute, given, new Words("this is a text", "这是文本"));
        }
        if (!attribute.oneOf().isEmpty() && !attribute.oneOf().contains(text)) {
            throw wrong(
                    attribute, given, new Words("it is one of " + attribute.oneOf(), "应为以下之一：" + attribute.oneOf()));
        }
        return text;
    }

    private static Boolean flag(Attribute attribute, Object given) {
        if (given instanceof Boolean flag) {
            return flag;
        }
        throw wrong(attribute, given, new Words("this is true or false", "这是 true 或 false"));
    }

    private static Number number(Attribute attribute, Object given, Map<String, ?> known) {
        Number number = plain(attribute, given, known);
        double size = number.doubleValue();
        if (!(size >= attribute.min() && size <= attribute.max())) {
            throw wrong(
                    attribute,
                    given,
                    new Words(
                            "it lies from " + attribute.min() + " to " + attribute.max(),
                            "应在 " + attribute.min() + " 到 " + attribute.max() + " 之间"));
        }
        try {
            return switch (attribute.type()) {
                case WHOLE -> Math.toIntExact(whole(number));
                case AMOUNT -> whole(number);
                // A negative zero is told as zero.
                default -> size + 0.0;
            };
        } catch (ArithmeticException e) {
            throw wrong(attribute, given, new Words("this is a whole number", "这是整数"));
        }
    }

    private static Number plain(Attribute attribute, Object given, Map<String, ?> known) {
        if (given instanceof Money money && attribute.unit() == Unit.MONEY) {
            if (!money.currency().getCurrencyCode().equals(known.get("currency"))) {
                throw wrong(
                        attribute,
                        given,
                        new Words("the snapshot is in " + known.get("currency"), "快照的币种为 " + known.get("currency")));
            }
            return money.minor();
        }
        if (!(given instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            throw wrong(attribute, given, new Words("this is a number", "这是数"));
        }
        // By its digits, as any other class of numbers, a float is the number that was meant.
        return number instanceof Double || number instanceof Long || number instanceof Integer
                ? number
                : new BigDecimal(number.toString());
    }

    /** @throws ArithmeticException when it has a fraction or too many digits */
    private static long whole(Number number) {
        if (number instanceof Long || number instanceof Integer) {
            return number.longValue();
        }
        double size = number.doubleValue();
        boolean isShort = size == Math.rint(size) && Math.abs(size) <= EXACT;
        return number instanceof Double && isShort ? (long) size : new BigDecimal(number.toString()).longValueExact();
    }

    private static InvalidInputException wrong(Attribute attribute, Object given, Words reason) {
        return new InvalidInputException(
                attribute.name(),
                given,
                reason,
                new Words(
                        "see the vocabulary: " + attribute.meaning().en(),
                        "请参阅词汇表：" + attribute.meaning().zh()));
    }
}
