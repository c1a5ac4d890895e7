package perennial.decisions.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import perennial.decisions.RuleVocabulary;
import perennial.decisions.RuleVocabulary.Argument;
import perennial.decisions.RuleVocabulary.Attribute;
import perennial.decisions.RuleVocabulary.Bounds;
import perennial.decisions.RuleVocabulary.Constant;
import perennial.decisions.RuleVocabulary.Name;
import perennial.decisions.RuleVocabulary.Verb;
import perennial.kernel.Words;
import perennial.ruleengine.Parameter;
import perennial.ruleengine.RuleBook;
import perennial.ruleengine.TableRules;
import perennial.rules.Channel;
import perennial.rules.Kind;
import perennial.rules.Text;
import perennial.rules.Unit;
import perennial.rules.Vocabulary;

/** The catalogue of the rule language as it is told outside. */
public final class Catalogue {
    private Catalogue() {}

    /** @param book whose named numbers are told */
    public static RuleVocabulary of(RuleBook book) {
        Vocabulary vocabulary = Vocabulary.standard();
        return new RuleVocabulary(
                vocabulary.attributes().stream().map(Catalogue::attribute).toList(),
                vocabulary.verbs().stream().map(Catalogue::verb).toList(),
                Arrays.stream(Channel.values())
                        .map(channel -> new Name(channel.name(), words(channel.label())))
                        .toList(),
                book.parameters().stream().map(Catalogue::constant).toList(),
                TableRules.lines());
    }

    private static Attribute attribute(Vocabulary.Attribute attribute) {
        Bounds bounds = bounds(attribute.type(), attribute.unit(), attribute.min(), attribute.max(), attribute.oneOf());
        return new Attribute(attribute.name(), bounds, attribute.optional(), words(attribute.meaning()));
    }

    private static Verb verb(Vocabulary.Verb verb) {
        return new Verb(
                verb.name(),
                lower(verb.domain()),
                verb.kinds().stream().map(Catalogue::kind).toList(),
                verb.arguments().stream().map(Catalogue::argument).toList(),
                verb.contact(),
                words(verb.meaning()));
    }

    private static Name kind(Kind kind) {
        return new Name(kind.name(), words(kind.label()));
    }

    private static Argument argument(Vocabulary.Argument argument) {
        return new Argument(
                argument.name(),
                bounds(argument.type(), argument.unit(), argument.min(), argument.max(), argument.oneOf()),
                words(argument.meaning()));
    }

    private static Constant constant(Parameter parameter) {
        return new Constant(
                parameter.name(),
                parameter.value(),
                lower(parameter.unit()),
                parameter.min(),
                parameter.max(),
                words(parameter.meaning()));
    }

    private static Bounds bounds(Vocabulary.Type type, Unit unit, double min, double max, List<String> oneOf) {
        return new Bounds(lower(type), lower(unit), finite(min), finite(max), oneOf);
    }

    private static Optional<Double> finite(double bound) {
        return Double.isFinite(bound) ? Optional.of(bound) : Optional.empty();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static Words words(Text text) {
        return new Words(text.en(), text.zh());
    }
}
