package perennial.ruleengine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Condition.AnyOf;
import perennial.ruleengine.Condition.Comparison;
import perennial.ruleengine.Condition.Literal;
import perennial.ruleengine.Condition.Other;
import perennial.ruleengine.Condition.Unknown;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Decisions;
import perennial.rules.Kind;
import perennial.rules.Vocabulary.Attribute;

/**
 * Prints the guard's tree as DRL: the only text that Drools ever compiles. Names of rules are their codes, parameters
 * are their values, and a comparison of an attribute that may be unknown is preceded by the check that it is known.
 *
 * <p>A number is compared by its plain value, {@code silence.doubleValue() >= 2.5}: Drools compiles that to one
 * comparison, while for an object it would make its constant from the text and coerce both sides each time.
 */
final class Printer {
    private Printer() {}

    static String print(List<Sentence> sentences) {
        StringBuilder drl = new StringBuilder("package perennial.book;\n");
        for (Class<?> type : List.of(CustomerSnapshot.class, Kind.class, Channel.class)) {
            drl.append("import ").append(type.getName()).append(";\n");
        }
        drl.append("global ").append(Decisions.class.getName()).append(" decisions;\n");
        sentences.forEach(sentence -> drl.append(rule(sentence)));
        return drl.toString();
    }

    private static String rule(Sentence sentence) {
        return "rule \"" + sentence.rule().code() + "\" when CustomerSnapshot("
                + String.join(", ", parts(sentence.when())) + ") then "
                + sentence.then().stream().map(Printer::call).collect(Collectors.joining(" ")) + " end\n";
    }

    /** Conditions that all must hold; each check for being known comes once, before what relies on it. */
    private static Set<String> parts(AllOf all) {
        Set<String> parts = new LinkedHashSet<>();
        for (Condition part : all.parts()) {
            if (part instanceof Comparison comparison) {
                parts.addAll(known(comparison));
                parts.add(bare(comparison));
            } else if (part instanceof AllOf inner) {
                parts.addAll(parts(inner));
            } else {
                parts.add(nested(part));
            }
        }
        return parts;
    }

    private static String nested(Condition condition) {
        if (condition instanceof AnyOf any) {
            return "(" + any.parts().stream().map(Printer::nested).collect(Collectors.joining(" || ")) + ")";
        }
        AllOf all = condition instanceof AllOf parts ? parts : new AllOf(List.of(condition));
        return "(" + String.join(" && ", parts(all)) + ")";
    }

    private static List<String> known(Comparison comparison) {
        List<String> checks = new ArrayList<>();
        if (!(comparison.right() instanceof Unknown)) {
            check(comparison.left(), checks);
        }
        if (comparison.right() instanceof Other other) {
            check(other.attribute(), checks);
        }
        return checks;
    }

    private static void check(Attribute attribute, List<String> checks) {
        if (attribute.optional()) {
            checks.add(attribute.name() + " != null");
        }
    }

    private static String bare(Comparison comparison) {
        String left = comparison.right() instanceof Unknown ? comparison.left().name() : plain(comparison.left());
        return left + " " + comparison.operator().sign() + " " + operand(comparison.right());
    }

    /** The value of an attribute that is known. */
    private static String plain(Attribute attribute) {
        if (!attribute.optional()) {
            return attribute.name();
        }
        return attribute.name()
                + switch (attribute.type()) {
                    case TEXT -> "";
                    case FLAG -> ".booleanValue()";
                    case WHOLE -> ".intValue()";
                    case AMOUNT -> ".longValue()";
                    case NUMBER -> ".doubleValue()";
                };
    }

    private static String operand(Condition.Operand operand) {
        if (operand instanceof Other other) {
            return plain(other.attribute());
        }
        return operand instanceof Literal literal ? literal(literal.value()) : "null";
    }

    private static String literal(Object value) {
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        if (value instanceof Double number) {
            return plain(number);
        }
        return value instanceof Long ? value + "L" : value.toString();
    }

    /** With a decimal point and without an exponent, so that it is read as a double everywhere. */
    private static String plain(double number) {
        String digits = BigDecimal.valueOf(number).toPlainString();
        return digits.contains(".") ? digits : digits + ".0";
    }

    private static String call(Action action) {
        List<String> arguments = new ArrayList<>();
        if (action.verb().arguments().size() > action.numbers().size()) {
            arguments.add("Kind." + action.kind());
        }
        action.numbers().forEach(number -> arguments.add(plain(number)));
        String tail = action.channels().stream()
                .map(channel -> ".by(Channel." + channel + ")")
                .collect(Collectors.joining());
        return "decisions." + action.verb().name() + "(" + String.join(", ", arguments) + ")" + tail + ";";
    }
}
