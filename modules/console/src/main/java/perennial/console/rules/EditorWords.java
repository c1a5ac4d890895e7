package perennial.console.rules;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.console.shell.Format;
import perennial.decisions.RuleVocabulary;
import perennial.decisions.RuleVocabulary.Argument;
import perennial.decisions.RuleVocabulary.Attribute;
import perennial.decisions.RuleVocabulary.Bounds;
import perennial.decisions.RuleVocabulary.Constant;
import perennial.decisions.RuleVocabulary.Name;
import perennial.decisions.RuleVocabulary.Verb;

/** The words of the rule language, as the script of the editor proposes them in the language of the page. */
final class EditorWords {
    private final Format format;
    private final ResourceBundle phrases;

    EditorWords(Format format) {
        this.format = format;
        this.phrases = ResourceBundle.getBundle("perennial.console.rules.phrases", format.locale());
    }

    String of(RuleVocabulary vocabulary) {
        JsonArrayBuilder words = Json.createArrayBuilder();
        vocabulary.attributes().forEach(attribute -> words.add(attribute(attribute)));
        vocabulary.constants().forEach(constant -> words.add(constant(constant)));
        vocabulary.verbs().forEach(verb -> words.add(verb(verb)));
        vocabulary.channels().forEach(channel -> words.add(name("channel", channel)));
        vocabulary
                .lines()
                .forEach(line -> words.add(
                        word("line", line, line, "").add("meaning", phrases.getString("table.line." + line))));
        return words.build().toString();
    }

    private JsonObjectBuilder attribute(Attribute attribute) {
        String note =
                note(attribute.bounds()) + (attribute.isOptional() ? ", " + phrases.getString("words.orUnknown") : "");
        JsonArrayBuilder values = Json.createArrayBuilder();
        attribute
                .bounds()
                .oneOf()
                .forEach(value -> values.add(word("value", value, '"' + value + '"', phrases.getString("words.value"))
                        .add("meaning", format.of(attribute.meaning()))));
        return word("attribute", attribute.name(), attribute.name(), note)
                .add("meaning", format.of(attribute.meaning()))
                .add("type", attribute.bounds().type())
                .add("values", values);
    }

    private JsonObjectBuilder constant(Constant constant) {
        String note = MessageFormat.format(
                phrases.getString("words.constant"),
                constant.value().toPlainString(),
                constant.least().toPlainString() + " – " + constant.most().toPlainString());
        return word("constant", constant.name(), constant.name(), note).add("meaning", format.of(constant.meaning()));
    }

    private JsonObjectBuilder verb(Verb verb) {
        JsonArrayBuilder kinds = Json.createArrayBuilder();
        verb.kinds().forEach(kind -> kinds.add(name("kind", kind)));
        JsonArrayBuilder numbers = Json.createArrayBuilder();
        numbers(verb)
                .forEach(argument -> numbers.add(Json.createObjectBuilder()
                        .add("name", format.of(argument.meaning()) + range(argument.bounds()))));
        String arguments = verb.arguments().stream()
                .map(argument -> format.of(argument.meaning()) + range(argument.bounds()))
                .collect(Collectors.joining(", "));
        return word("verb", verb.name(), call(verb), arguments)
                .add("meaning", format.of(verb.meaning()))
                .add("domain", verb.domain())
                .add("isContact", verb.isContact())
                .add("takesKind", numbers(verb).size() < verb.arguments().size())
                .add("numbers", numbers)
                .add("kinds", kinds);
    }

    private static List<Argument> numbers(Verb verb) {
        return verb.arguments().stream()
                .filter(argument -> argument.bounds().oneOf().isEmpty())
                .toList();
    }

    /** A whole call to begin with. */
    private static String call(Verb verb) {
        List<String> first = verb.arguments().stream().map(EditorWords::example).toList();
        String channel = verb.isContact() ? ".by(EMAIL)" : "";
        return verb.name() + first.stream().collect(Collectors.joining(", ", "(", ")")) + channel + ";";
    }

    private static String example(Argument argument) {
        Bounds bounds = argument.bounds();
        return bounds.oneOf().isEmpty()
                ? Math.round(bounds.least().orElse(1.0)) + ""
                : bounds.oneOf().get(0);
    }

    private JsonObjectBuilder name(String sort, Name name) {
        return word(sort, name.code(), name.code(), phrases.getString("words." + sort))
                .add("meaning", format.of(name.label()));
    }

    private String note(Bounds bounds) {
        boolean isNumber = Stream.of("whole", "number", "amount").anyMatch(bounds.type()::equals);
        return isNumber
                ? phrases.getString("words.unit." + bounds.unit()) + range(bounds)
                : phrases.getString("words.type." + bounds.type());
    }

    private static String range(Bounds bounds) {
        if (bounds.most().isPresent()) {
            return " (" + plain(bounds.least().orElse(0.0)) + " – "
                    + plain(bounds.most().get()) + ")";
        }
        return bounds.least().map(least -> " (≥ " + plain(least) + ")").orElse("");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static JsonObjectBuilder word(String sort, String name, String insert, String note) {
        return Json.createObjectBuilder()
                .add("sort", sort)
                .add("name", name)
                .add("insert", insert)
                .add("note", note);
    }
}
