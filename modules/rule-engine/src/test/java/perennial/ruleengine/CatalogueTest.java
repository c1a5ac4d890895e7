package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import perennial.ruleengine.RuleGuard.Understanding;
import perennial.rules.Channel;
import perennial.rules.Domain;
import perennial.rules.ShippedRules;
import perennial.rules.Vocabulary;
import perennial.rules.Vocabulary.Attribute;
import perennial.rules.Vocabulary.Verb;

/** Writes rules/README.md from the rules when run with {@code -Dcatalogue=write}; else fails where it is stale. */
class CatalogueTest {
    private static final Path README = Path.of("../../rules/README.md");

    @Test
    void the_catalogue_of_rules_is_the_one_that_the_rules_give() throws IOException {
        String catalogue = catalogue();
        if ("write".equals(System.getProperty("catalogue"))) {
            Files.writeString(README, catalogue);
        }
        assertThat(Files.readString(README))
                .as("rules/README.md; renew it: mvn -pl modules/rule-engine -am test -Dtest=CatalogueTest"
                        + " -Dcatalogue=write -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(catalogue);
    }

    private static String catalogue() {
        Understanding book = RuleGuard.understand(ShippedRules.sources());
        String rules = List.of(Domain.values()).stream()
                .map(domain -> rules(domain, book.sentences()))
                .collect(Collectors.joining("\n"));
        return INTRODUCTION + "\n## Rules\n\n" + rules + "\n## Numbers with a name\n\n" + parameters(book.parameters())
                + "\n## Words\n\n" + attributes() + "\n## Decisions\n\n" + verbs();
    }

    private static String rules(Domain domain, List<Sentence> sentences) {
        String name = domain.name().charAt(0) + domain.name().substring(1).toLowerCase(Locale.ROOT);
        return "### " + name + "\n\n"
                + sentences.stream()
                        .filter(sentence -> sentence.then().get(0).verb().domain() == domain)
                        .map(CatalogueTest::rule)
                        .collect(Collectors.joining("\n"));
    }

    private static String rule(Sentence sentence) {
        Rule rule = sentence.rule();
        long scenarios = ShippedRules.scenarios().stream()
                .flatMap(file -> Scenario.read(file).stream())
                .filter(scenario -> scenario.fired().contains(rule.code()))
                .count();
        String decides = sentence.then().stream()
                .map(action -> "`" + action.verb().name() + "` for "
                        + action.kind().label().en())
                .collect(Collectors.joining("; "));
        List<String> when = sentence.whenWritten();
        String condition = String.join(" ", when.subList(when.indexOf("(") + 1, when.lastIndexOf(")")));
        return "#### " + rule.name() + "\n\n"
                + rule.title().zh() + "\n\n"
                + "- Why: " + rule.purpose().en() + ". " + rule.purpose().zh() + "。\n"
                + "- When: `" + condition.replace(" ,", ",") + "`\n"
                + "- Decides: " + decides + "\n"
                + "- Says: " + rule.reason().en() + " " + rule.reason().zh() + "\n"
                + "- Owner: " + rule.owner() + "; scenarios: " + scenarios + "; file: [" + rule.path() + "]("
                + rule.path()
                + ")\n";
    }

    private static String parameters(Parameters parameters) {
        return "| name | value | unit | from | to | meaning | 含义 |\n|---|---|---|---|---|---|---|\n"
                + parameters.all().values().stream()
                        .map(one -> row(
                                "`" + one.name() + "`",
                                one.value(),
                                one.unit(),
                                one.min(),
                                one.max(),
                                one.meaning().en(),
                                one.meaning().zh()))
                        .collect(Collectors.joining());
    }

    private static String attributes() {
        return "| name | type | unit | range | may be unknown | meaning | 含义 |\n|---|---|---|---|---|---|---|\n"
                + Vocabulary.standard().attributes().stream()
                        .map(one -> row(
                                "`" + one.name() + "`",
                                one.type(),
                                one.unit(),
                                range(one),
                                one.optional() ? "yes" : "no",
                                one.meaning().en(),
                                one.meaning().zh()))
                        .collect(Collectors.joining());
    }

    private static String range(Attribute attribute) {
        if (!attribute.oneOf().isEmpty()) {
            return String.join(", ", attribute.oneOf());
        }
        return attribute.type().numeric()
                ? Numbers.shown(attribute.min()) + " to " + Numbers.shown(attribute.max())
                : "";
    }

    private static String verbs() {
        return "| decision | for | arguments | meaning | 含义 |\n|---|---|---|---|---|\n"
                + Vocabulary.standard().verbs().stream()
                        .map(CatalogueTest::verb)
                        .collect(Collectors.joining());
    }

    private static String verb(Verb verb) {
        String arguments = verb.arguments().stream()
                .filter(argument -> argument.type().numeric())
                .map(argument -> argument.name() + " from " + Numbers.shown(argument.min()) + " to "
                        + Numbers.shown(argument.max()))
                .collect(Collectors.joining(", "));
        String kinds = verb.kinds().stream().map(kind -> "`" + kind + "`").collect(Collectors.joining(", "));
        if (verb.contact()) {
            String channels =
                    List.of(Channel.values()).stream().map(Channel::name).collect(Collectors.joining(", "));
            arguments += (arguments.isEmpty() ? "" : ", ") + "then `.by(...)` with one or more of " + channels;
        }
        return row(
                "`" + verb.name() + "`",
                kinds,
                arguments,
                verb.meaning().en(),
                verb.meaning().zh());
    }

    private static String row(Object... cells) {
        return List.of(cells).stream().map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static final String INTRODUCTION = """
            # The rules

            Rules read one customer and propose decisions; consent, contact caps, budget, price floor and the choice among
            proposals come after them, and no rule can lift those. This page is made from the rule files, their parameters
            and the vocabulary; a test fails when it is stale.

            A rule is a code and a sentence, notes on who owns it and why, conditions on one customer, and proposals:

            ```
            rule "WB-03 a valuable customer has gone silent"
                @owner("Customer relations")
                @reason("Last order {recency} days ago, {silence} times the usual pause.")
            when
                CustomerSnapshot(silence >= GONE_SILENT, spendRank >= VALUABLE_RANK)
            then
                decisions.offerCoupon(WIN_BACK, WIN_BACK_PERCENT).by(EMAIL).by(SMS);
            end
            ```

            - Conditions compare an attribute with a value, a named number, or another attribute of the same unit, and are
              joined by comma, `&&`, `||` and parentheses. There is no arithmetic, no call and no negation.
            - What is not known meets no condition but `== null`: neither `churnProbability < 0.5` nor `!= 0.5` holds of a
              customer whose probability is not known.
            - Rules do not see each other and have no order, so `salience` and its kin are refused. Where several fire, the
              proposal that is expected to bring most, net of cost, is taken.
            - A notice tells customers about an order or a case of their own and offers nothing: a transactional message. It
              needs no consent and no cap, quiet period, holdout or budget holds it back, so its rule asks for the one moment
              that it answers (`moment == "ORDER"` for ORDER_CHECK, `moment == "SERVICE"` for CASE_CARE) and names EMAIL among
              its channels; no other decision may be for these kinds.
            - A number stands in `parameters.yaml` beside the rules, with a name, its unit, its bounds and its meaning.
            - Scenarios stand beside each file: for a customer as `given` (an ordinary buyer else) the rules under `fired`
              fire and the kinds under `expect` are decided, those under `not` are not, and each change under `unless`
              alone keeps the rules from firing.
            """;
}
