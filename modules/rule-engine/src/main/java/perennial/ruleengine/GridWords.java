package perennial.ruleengine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Grid.Band;
import perennial.rules.Text;
import perennial.rules.Vocabulary;
import perennial.rules.Vocabulary.Attribute;

/** What the cells of a table say, put as a rule says it and held against the readers of the rules. */
final class GridWords {
    private static final Pattern NUMBERS =
            Pattern.compile("[\\w-][\\w.-]* *(\\.\\. *[\\w.-]*)?|\\.\\. *[\\w-][\\w.-]*");
    private static final String EVERYBODY = "*";
    private static final String TO = "..";

    private final Parameters parameters;

    GridWords(Parameters parameters) {
        this.parameters = parameters;
    }

    /** From {@code 45..120}, which holds 45 and not 120, {@code 120..}, {@code ACTIVE|RETENTION}, {@code true} or {@code *}. */
    static String condition(String attribute, String band) {
        if (band.equals(EVERYBODY)) {
            return "";
        }
        int to = band.indexOf(TO);
        if (to >= 0) {
            String from = band.substring(0, to).strip();
            String below = band.substring(to + TO.length()).strip();
            String lower = from.isEmpty() ? "" : attribute + " >= " + from;
            String upper = below.isEmpty() ? "" : attribute + " < " + below;
            return lower + (lower.isEmpty() || upper.isEmpty() ? "" : ", ") + upper;
        }
        return isText(attribute)
                ? Arrays.stream(band.split("\\|", -1))
                        .map(value -> '"' + value.strip() + '"')
                        .collect(Collectors.joining(", ", attribute + " in (", ")"))
                : attribute + " == " + band;
    }

    private static boolean isText(String attribute) {
        return Vocabulary.standard()
                .attribute(attribute)
                .map(Attribute::type)
                .filter(Vocabulary.Type.TEXT::equals)
                .isPresent();
    }

    /** Whether a verb takes one number beside what it is for; true of none that is unknown, which is refused as such. */
    static boolean takesNumber(String verb) {
        return Vocabulary.standard()
                .verb(verb)
                .map(known -> known.arguments().size() == 2)
                .orElse(true);
    }

    /** Why a name is none of an attribute. */
    static Optional<Refusal> refusalOf(String attribute) {
        return Vocabulary.standard().attribute(attribute).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        at(attribute),
                        Messages.text("unknown-attribute", attribute),
                        Spelling.nearest(attribute, Words.attributes())));
    }

    /** Why a band makes no sense. */
    Optional<Refusal> refusalOf(Band band) {
        if (band.written().equals(EVERYBODY)) {
            return Optional.empty();
        }
        if (band.attribute().isEmpty()) {
            Text why = Messages.text("grid-no-attribute", band.written());
            return Optional.of(new Refusal(at(band.written()), why, EVERYBODY));
        }
        if (!isText(band.attribute()) && !NUMBERS.matcher(band.written()).matches()) {
            return Optional.of(new Refusal(at(band.written()), Messages.text("grid-band", band.written())));
        }
        try {
            read(band);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    private static Token at(String written) {
        return new Token(Token.Sort.WORD, written, 1, 1);
    }

    private Optional<AllOf> read(Band band) {
        if (band.condition().isEmpty()) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(Lexer.tokens(band.condition()));
        return Optional.of(new ConditionReader(cursor, parameters).conditions());
    }

    /** Why a call of a verb makes no sense. */
    Optional<Refusal> refusal(String call) {
        try {
            Cursor cursor = new Cursor(Lexer.tokens("decisions." + call + " end"));
            new ActionReader(cursor, parameters).actions();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    /** Whether two bands of one attribute have a customer in common. */
    boolean overlap(Band one, Band other) {
        List<Condition> both = Stream.of(read(one), read(other))
                .flatMap(Optional::stream)
                .map(Condition.class::cast)
                .toList();
        return Alternatives.of(new AllOf(both)).filter(List::isEmpty).isEmpty();
    }
}
