package perennial.ruleengine;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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
    private static final String NUMBER = "-?\\w+(?:\\.\\w+)?";
    private static final Pattern NUMBERS = Pattern.compile("N( *\\.\\.( *N)?)?|\\.\\. *N".replace("N", NUMBER));
    private static final Pattern SPAN = Pattern.compile("(N) *(?:[-–—~～]|至|到|to) *(N)".replace("N", NUMBER));
    private static final Pattern CELL = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
    private static final Pattern ZERO = Pattern.compile("[+-]?0+([.,]0*)?( *%)?");
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

    static boolean isText(String attribute) {
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

    /**
     * The customers that a cell names.
     *
     * @throws Refusal where it makes no sense
     */
    Band band(String attribute, String written, int line) {
        if (written.equals(EVERYBODY)) {
            return new Band(attribute, "", written, line, List.of());
        }
        if (written.isEmpty()) {
            throw new Refusal(at(written), Messages.text("grid-empty"), EVERYBODY);
        }
        if (attribute.isEmpty()) {
            throw new Refusal(at(written), Messages.text("grid-no-attribute", written), EVERYBODY);
        }
        if (written.indexOf('"') >= 0
                || (!isText(attribute) && !NUMBERS.matcher(written).matches())) {
            throw new Refusal(at(written), Messages.text("grid-band", written), meant(written));
        }
        String condition = condition(attribute, written);
        AllOf asked = new ConditionReader(new Cursor(Lexer.tokens(condition)), parameters).conditions();
        if (Alternatives.of(asked).filter(List::isEmpty).isPresent()) {
            throw new Refusal(at(written), Messages.text("grid-nobody", written), turned(written));
        }
        return new Band(attribute, condition, written, line, asked.parts());
    }

    /** What spreadsheets and people write for a span. */
    private static String meant(String written) {
        String narrow = narrow(written);
        Matcher span = SPAN.matcher(narrow);
        if (span.matches()) {
            return span.group(1) + TO + span.group(2);
        }
        return NUMBERS.matcher(narrow).matches() ? narrow : "";
    }

    /** Digits and signs of full width are what a Chinese keyboard writes. */
    private static String narrow(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC);
    }

    /** The lower number first. */
    private static String turned(String written) {
        int to = written.indexOf(TO);
        String from = written.substring(0, to).strip();
        String below = written.substring(to + TO.length()).strip();
        return from.equals(below) ? from : below + TO + from;
    }

    private static Token at(String written) {
        return new Token(Token.Sort.WORD, written, 1, 1);
    }

    /** Why a cell makes no sense as the number of a call. */
    Optional<Refusal> refusalOf(String written, String call) {
        if (ZERO.matcher(written).matches()) {
            return Optional.of(new Refusal(at(written), Messages.text("grid-zero", written)));
        }
        return CELL.matcher(written).matches()
                ? refusal(call.replace(Grid.NUMBER, written))
                : Optional.of(new Refusal(at(written), Messages.text("grid-cell", written), plain(written)));
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

    private static String sample(Region region) {
        Object value = region.values().sample(region.attribute(), "");
        return value instanceof Double number ? Numbers.shown(number) : value.toString();
    }

    /** The number that a cell with other signs around it, or a comma within, was meant to hold; or the cells. */
    private static String plain(String written) {
        String parted = GridLines.parted(written);
        if (!parted.equals(written)) {
            return parted.matches("[0-9.,]+") ? parted : "";
        }
        String number = narrow(written).replaceAll("[%\\s]", "").replace(',', '.');
        return number.matches("[0-9]+(\\.[0-9]+)?") ? number : "";
    }

    /** That two bands of one attribute have a customer in common, told with one; empty where they lie apart. */
    static Optional<Text> clash(Band band, Band other, Text where) {
        List<Condition> both =
                Stream.concat(band.parts().stream(), other.parts().stream()).toList();
        String key = band.condition().equals(other.condition()) ? "grid-twice" : "grid-overlap";
        return Alternatives.of(new AllOf(both)).orElse(List.of(Box.EVERYBODY)).stream()
                .findFirst()
                .map(box -> box.regions().values().stream()
                        .map(region -> region.attribute().name() + " " + sample(region))
                        .collect(Collectors.joining(", ")))
                .map(customer ->
                        Messages.text(key, same(band.written()), same(other.written()), where, same(customer)));
    }

    private static Text same(String written) {
        return new Text(written, written);
    }
}
