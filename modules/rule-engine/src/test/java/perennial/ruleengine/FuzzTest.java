package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import perennial.ruleengine.Token.Sort;
import perennial.rules.RuleSource;

/** Valid rules with a token or a character taken out, doubled, exchanged or put elsewhere. */
class FuzzTest {
    private static final int TEXTS = 800;
    private static final List<String> STRANGERS = List.of(
            "(",
            ")",
            ",",
            ";",
            "&&",
            "||",
            "==",
            "!=",
            "<",
            "null",
            "true",
            "in",
            "not",
            "end",
            "then",
            "rule",
            "when",
            "from",
            "eval",
            "this",
            "new",
            "$x",
            "0",
            "-1",
            "1e3",
            "\"x\"",
            "//",
            "/*",
            "decisions",
            ".",
            "@",
            "orders");

    private final Random random = new Random(58);

    @Test
    void what_the_guard_lets_through_compiles_and_fires_and_all_else_is_a_problem_with_a_place() {
        List<String> valid = Attacks.valid();
        int passed = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = mutated(valid.get(random.nextInt(valid.size())));
            List<RuleSource> sources = List.of(A.source(text));
            List<Problem> problems = RuleGuard.check(sources);
            assertThat(problems).as(text).allMatch(problem -> problem.line() > 0 && problem.column() > 0);
            if (problems.isEmpty()) {
                passed++;
                RuleBook.compile(sources).decide(A.reachable(Map.of("orders", 2)), A.circumstances());
            }
        }
        assertThat(passed).isBetween(TEXTS / 50, TEXTS / 2);
    }

    private String mutated(String text) {
        if (random.nextBoolean()) {
            int at = random.nextInt(text.length());
            return text.substring(0, at) + (char) (32 + random.nextInt(95)) + text.substring(at + random.nextInt(2));
        }
        List<String> tokens = Lexer.tokens(text).stream()
                .filter(token -> !token.is(Sort.END))
                .map(Cursor::shown)
                .collect(Collectors.toCollection(ArrayList::new));
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(4)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
            case 2 -> tokens.set(at, STRANGERS.get(random.nextInt(STRANGERS.size())));
            default -> tokens.add(at, STRANGERS.get(random.nextInt(STRANGERS.size())));
        }
        return String.join(" ", tokens);
    }
}
