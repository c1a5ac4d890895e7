package perennial.ruleengine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Vocabulary;
import perennial.rules.Vocabulary.Attribute;

/** Customers of whom anything may be so, mostly in the weekly run; a quarter of what may be unknown is. */
final class MadeUpCustomers {
    static final String CURRENCY = "EUR";
    private static final int KNOWN_OF_FOUR = 3;
    private static final List<String> WORDS = List.of("tea", "cups", "recency", "badCases", "breadth", "silence");

    private final SplittableRandom random;
    private int number;

    MadeUpCustomers(long seed) {
        random = new SplittableRandom(seed);
    }

    List<CustomerSnapshot> next(int customers) {
        return IntStream.range(0, customers).mapToObj(i -> next()).toList();
    }

    private CustomerSnapshot next() {
        Map<String, Object> known = new HashMap<>();
        for (Attribute attribute : Vocabulary.standard().attributes()) {
            if (!attribute.optional() || random.nextInt(4) < KNOWN_OF_FOUR) {
                known.put(attribute.name(), value(attribute));
            }
        }
        if (random.nextInt(4) < KNOWN_OF_FOUR) {
            known.put("moment", "WEEKLY");
        }
        known.put("customer", String.valueOf(++number));
        known.put("currency", CURRENCY);
        return CustomerSnapshot.of(known);
    }

    private Object value(Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT -> pick(attribute.oneOf().isEmpty() ? WORDS : attribute.oneOf());
            case FLAG -> random.nextBoolean();
            case WHOLE -> random.nextInt((int) usual(attribute));
            case AMOUNT -> random.nextLong((long) usual(attribute));
            case NUMBER -> {
                double least = Math.max(attribute.min(), -1);
                yield least + random.nextDouble() * (usual(attribute) - least);
            }
        };
    }

    /** What such a number seldom exceeds. */
    private static double usual(Attribute attribute) {
        return Math.min(
                attribute.max(),
                switch (attribute.unit()) {
                    case COUNT -> 12;
                    case DAYS -> 400;
                    case MONEY -> 50_000;
                    case RATIO -> 6;
                    case SHARE, PERCENT, NONE -> 1;
                });
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
