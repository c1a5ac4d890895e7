package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;

/**
 * Random rules on random customers of whom much is unknown: what fires is what the tree says in plain Java. Eighty rules
 * share attributes, so that Drools indexes them; two hundred customers are enough for every condition to be compiled.
 */
class DroolsAgreesTest {
    private static final int RULES = 80;
    private static final int CUSTOMERS = 200;
    private static final List<String> NUMBERS = List.of("recency", "silence", "churnProbability", "valueRank", "trend");
    private static final List<String> WHOLES = List.of("orders", "visits30", "badCases");
    private static final List<String> AMOUNTS = List.of("spend", "averageOrder", "cartValue");
    private static final List<String> SIGNS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> STAGES = List.of("ACQUISITION", "CONVERSION", "RETENTION", "ACTIVE", "CHURNED");

    private final Random random = new Random(20_260_105);

    @Test
    void what_fires_is_what_the_condition_says_however_little_is_known() {
        List<RuleSource> sources = List.of(new RuleSource(
                "random.drl", IntStream.range(0, RULES).mapToObj(this::rule).collect(Collectors.joining("\n"))));
        List<Sentence> sentences = RuleGuard.understand(sources).sentences();
        RuleBook book = RuleBook.compile(sources);
        int fired = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            CustomerSnapshot snapshot = customer();
            Map<String, Object> known = snapshot.known();
            List<String> expected = sentences.stream()
                    .filter(sentence -> Truth.holds(sentence.when(), known))
                    .map(sentence -> sentence.rule().name())
                    .sorted()
                    .toList();
            assertThat(book.decide(snapshot, A.circumstances()).fired())
                    .as("%s", known)
                    .isEqualTo(expected);
            fired += expected.size();
        }
        assertThat(fired).isBetween(CUSTOMERS, RULES * CUSTOMERS - CUSTOMERS);
    }

    private String rule(int number) {
        String code = (char) ('A' + number / 50) + "A-" + String.format("%02d", number % 50);
        String conditions = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> condition(2))
                .collect(Collectors.joining(", "));
        return "rule \"" + code + " random\" when CustomerSnapshot(" + conditions
                + ") then decisions.keepFullPrice(); end";
    }

    private String condition(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            String joint = random.nextBoolean() ? " || " : " && ";
            return "(" + condition(depth - 1) + joint + condition(depth - 1) + ")";
        }
        return switch (random.nextInt(8)) {
            case 0 -> "stage " + SIGNS.get(random.nextInt(2)) + " \"" + pick(STAGES) + '"';
            case 1 -> "stage in (\"" + pick(STAGES) + "\", \"" + pick(STAGES) + "\")";
            case 2 -> pick(WHOLES) + " " + pick(SIGNS) + " " + random.nextInt(6);
            case 3 -> pick(AMOUNTS) + " " + pick(SIGNS) + " " + (random.nextBoolean() ? pick(AMOUNTS) : "5000000000");
            case 4 -> "emailConsent == " + random.nextBoolean();
            case 5 -> pick(NUMBERS) + (random.nextBoolean() ? " == null" : " != null");
            case 6 -> "churnProbability " + pick(SIGNS) + " valueRank";
            default -> pick(NUMBERS) + " " + pick(SIGNS) + " 0." + random.nextInt(10);
        };
    }

    private CustomerSnapshot customer() {
        Map<String, Object> known = new HashMap<>();
        known.put("stage", pick(STAGES));
        known.put("orders", random.nextInt(6));
        for (String name : NUMBERS) {
            maybe(known, name, random.nextInt(11) / 10.0);
        }
        for (String name : WHOLES) {
            maybe(known, name, random.nextInt(6));
        }
        for (String name : AMOUNTS) {
            maybe(known, name, random.nextInt(3) * 2_500_000_000L);
        }
        maybe(known, "emailConsent", random.nextBoolean());
        return A.customer(known);
    }

    private void maybe(Map<String, Object> known, String name, Object value) {
        if (name.equals("orders") || random.nextInt(3) > 0) {
            known.put(name, value);
        }
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
