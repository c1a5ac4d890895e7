package perennial.decisions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import perennial.kernel.Words;

/**
 * The words that a rule may use.
 *
 * @param attributes what may be asked of a customer, in the order of the catalogue
 * @param verbs what may be proposed
 * @param channels ways to reach a customer, as rules name them
 * @param constants numbers with a name, of the rules in force
 * @param lines what a line about a whole table of prices may begin with
 */
public record RuleVocabulary(
        List<Attribute> attributes,
        List<Verb> verbs,
        List<Name> channels,
        List<Constant> constants,
        List<String> lines) {
    public RuleVocabulary {
        attributes = List.copyOf(attributes);
        verbs = List.copyOf(verbs);
        channels = List.copyOf(channels);
        constants = List.copyOf(constants);
        lines = List.copyOf(lines);
    }

    /** @param code as rules write it */
    public record Name(String code, Words label) {}

    /**
     * What a value must be.
     *
     * @param type text, flag, whole, number or amount, which is in minor units of the shop's currency
     * @param unit count, days, money, share, ratio, percent or none
     * @param least included; empty where there is none
     * @param most included; empty where there is none
     * @param oneOf the texts that occur; empty means any text
     */
    public record Bounds(String type, String unit, Optional<Double> least, Optional<Double> most, List<String> oneOf) {}

    /** @param isOptional whether it may be unknown */
    public record Attribute(String name, Bounds bounds, boolean isOptional, Words meaning) {}

    /**
     * @param domain marketing, pricing, risk or service, whose messages are transactional: the folder of its rules
     * @param kinds what it may be for; a verb of one kind does not take it as an argument
     * @param arguments in the order of the call
     * @param isContact whether it reaches the customer, so that the rule says by which channels
     */
    public record Verb(
            String name, String domain, List<Name> kinds, List<Argument> arguments, boolean isContact, Words meaning) {}

    public record Argument(String name, Bounds bounds, Words meaning) {}

    /**
     * @param unit as in {@link Bounds}
     * @param least included
     * @param most included
     */
    public record Constant(
            String name, BigDecimal value, String unit, BigDecimal least, BigDecimal most, Words meaning) {}
}
