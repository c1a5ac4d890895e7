package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Condition.AnyOf;
import perennial.ruleengine.Condition.Comparison;
import perennial.ruleengine.Condition.Literal;
import perennial.ruleengine.Condition.Operand;
import perennial.ruleengine.Condition.Operator;
import perennial.ruleengine.Condition.Other;
import perennial.ruleengine.Condition.Unknown;
import perennial.ruleengine.Token.Sort;
import perennial.rules.Text;
import perennial.rules.Unit;
import perennial.rules.Vocabulary;
import perennial.rules.Vocabulary.Attribute;

/**
 * Reads what must hold of a customer: comparisons of an attribute with a value, a parameter or another attribute, joined
 * by comma, {@code &&}, {@code ||} and parentheses. No call, no arithmetic, no negation.
 */
final class ConditionReader {
    private static final int DEEPEST = 8;
    private static final int MOST_VALUES = 200;
    static final int MOST_COMPARISONS = 60;
    private static final int LONGEST_VALUE = 200;
    private static final Map<String, Operator> OPERATORS =
            Stream.of(Operator.values()).collect(Collectors.toMap(Operator::sign, operator -> operator));
    private static final Set<String> ELSEWHERE = Set.of(
            "eval", "not", "exists", "forall", "accumulate", "from", "matches", "memberOf", "contains", "soundslike");

    private final Cursor cursor;
    private final Parameters parameters;
    private int depth;
    private int comparisons;
    private int listed;

    ConditionReader(Cursor cursor, Parameters parameters) {
        this.cursor = cursor;
        this.parameters = parameters;
    }

    /** Conditions parted by commas, up to the closing parenthesis. */
    AllOf conditions() {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(anyOf());
        } while (cursor.accept(","));
        return new AllOf(parts);
    }

    private Condition anyOf() {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(allOf());
        } while (cursor.accept("||"));
        return parts.size() == 1 ? parts.get(0) : new AnyOf(parts);
    }

    private Condition allOf() {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(one());
        } while (cursor.accept("&&"));
        return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
    }

    private Condition one() {
        if (!cursor.peek().is("(")) {
            return comparison();
        }
        if (++depth > DEEPEST) {
            throw new Refusal(cursor.peek(), Messages.text("deep", "" + DEEPEST));
        }
        cursor.next();
        Condition inner = anyOf();
        cursor.expect(")");
        depth--;
        return inner;
    }

    private Condition comparison() {
        if (++comparisons > MOST_COMPARISONS) {
            throw new Refusal(cursor.peek(), Messages.text("many-comparisons", "" + MOST_COMPARISONS));
        }
        Token at = cursor.expect(Sort.WORD, "an-attribute");
        Attribute left = attribute(at);
        Token sign = cursor.next();
        if (sign.is("in")) {
            return oneOf(left);
        }
        Operator operator = OPERATORS.get(sign.is(Sort.SIGN) ? sign.text() : "");
        if (operator == null) {
            throw new Refusal(sign, Messages.text("operator", Cursor.shown(sign)), sign.is("=") ? "==" : "");
        }
        if (operator.ordering() && !left.type().numeric()) {
            throw new Refusal(sign, Messages.text("no-order", left.name()), "==");
        }
        return new Comparison(left, operator, operand(left, operator), at);
    }

    private Condition oneOf(Attribute left) {
        cursor.expect("(");
        List<Condition> values = new ArrayList<>();
        do {
            Token value = cursor.peek();
            if (listed++ == MOST_VALUES) {
                throw new Refusal(value, Messages.text("many-values", "" + MOST_VALUES));
            }
            values.add(new Comparison(left, Operator.EQUAL, literal(left, cursor.next()), value));
        } while (cursor.accept(","));
        cursor.expect(")");
        return values.size() == 1 ? values.get(0) : new AnyOf(values);
    }

    private Operand operand(Attribute left, Operator operator) {
        Token token = cursor.next();
        if (token.is("null")) {
            return unknown(left, operator, token);
        }
        if (token.is(Sort.WORD) && Vocabulary.standard().attribute(token.text()).isPresent()) {
            return other(left, token);
        }
        return literal(left, token);
    }

    private static Operand unknown(Attribute left, Operator operator, Token token) {
        if (operator.ordering() || !left.optional()) {
            throw new Refusal(token, Messages.text("never-unknown", left.name()));
        }
        return new Unknown();
    }

    private static Operand other(Attribute left, Token token) {
        Attribute right = attribute(token);
        if (right.type() != left.type() || right.unit() != left.unit()) {
            throw new Refusal(
                    token,
                    Messages.text(
                            "units",
                            Messages.text("written", left.name()),
                            kindOf(left),
                            Messages.text("written", right.name()),
                            kindOf(right)));
        }
        return new Other(right);
    }

    private Literal literal(Attribute left, Token token) {
        return new Literal(
                switch (left.type()) {
                    case TEXT -> text(left, token);
                    case FLAG -> flag(left, token);
                    case WHOLE, NUMBER, AMOUNT -> number(left, token);
                },
                Cursor.written(token));
    }

    private static String text(Attribute left, Token token) {
        if (!token.is(Sort.TEXT)) {
            String hint = left.oneOf().contains(token.text().toUpperCase(Locale.ROOT))
                    ? '"' + token.text().toUpperCase(Locale.ROOT) + '"'
                    : "";
            throw new Refusal(token, Messages.text("needs-text", left.name(), Cursor.shown(token)), hint);
        }
        if (token.text().length() > LONGEST_VALUE) {
            throw new Refusal(token, Messages.text("long-text", "" + LONGEST_VALUE));
        }
        if (!left.oneOf().isEmpty() && !left.oneOf().contains(token.text())) {
            throw new Refusal(
                    token,
                    Messages.text("one-of", left.name(), String.join(", ", left.oneOf())),
                    Spelling.nearest(token.text(), left.oneOf()));
        }
        return token.text();
    }

    private static Boolean flag(Attribute left, Token token) {
        if (token.is("true") || token.is("false")) {
            return token.is("true");
        }
        throw new Refusal(token, Messages.text("needs-flag", left.name(), Cursor.shown(token)), "true");
    }

    private Object number(Attribute left, Token token) {
        if (!token.is(Sort.NUMBER) && !token.is(Sort.WORD)) {
            throw new Refusal(token, Messages.text("needs-number", left.name(), Cursor.shown(token)));
        }
        return Numbers.read(
                token, new Numbers.Place(left.name(), left.type(), left.unit(), left.min(), left.max()), parameters);
    }

    private static Text kindOf(Attribute attribute) {
        return attribute.unit() == Unit.NONE || attribute.type() == Vocabulary.Type.TEXT
                ? Messages.text("type." + attribute.type())
                : Messages.text("unit." + attribute.unit());
    }

    private static Attribute attribute(Token token) {
        return Vocabulary.standard().attribute(token.text()).orElseThrow(() -> {
            String key = ELSEWHERE.contains(token.text()) ? "not-here" : "unknown-attribute";
            return new Refusal(
                    token, Messages.text(key, token.text()), Spelling.nearest(token.text(), Words.attributes()));
        });
    }
}
