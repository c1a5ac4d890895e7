package perennial.crmapi.rules;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.decisions.RuleVocabulary;
import perennial.decisions.RuleVocabulary.Argument;
import perennial.decisions.RuleVocabulary.Attribute;
import perennial.decisions.RuleVocabulary.Bounds;
import perennial.decisions.RuleVocabulary.Constant;
import perennial.decisions.RuleVocabulary.Name;
import perennial.decisions.RuleVocabulary.Verb;
import perennial.decisions.Rules;

@Path("rules/vocabulary")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class VocabularyResource {
    @Inject
    private Rules rules;

    @GET
    @Operation(
            summary = "The words that a rule may use: attributes of a customer, verbs, channels, and named numbers",
            description = "Each with its type, unit, bounds and meaning; the guard, the editor and the documentation "
                    + "come from the same catalogue. The named numbers are those in force")
    public VocabularyView all() {
        return VocabularyView.of(rules.vocabulary());
    }

    public record VocabularyView(
            List<RuleAttributeView> attributes,
            List<RuleVerbView> verbs,
            List<RuleNameView> channels,
            List<RuleConstantView> constants,
            List<String> lines) {
        static VocabularyView of(RuleVocabulary vocabulary) {
            return new VocabularyView(
                    vocabulary.attributes().stream().map(RuleAttributeView::of).toList(),
                    vocabulary.verbs().stream().map(RuleVerbView::of).toList(),
                    vocabulary.channels().stream().map(RuleNameView::of).toList(),
                    vocabulary.constants().stream().map(RuleConstantView::of).toList(),
                    vocabulary.lines());
        }
    }

    public record RuleNameView(String code, String label, String labelZh) {
        static RuleNameView of(Name name) {
            return new RuleNameView(
                    name.code(), name.label().english(), name.label().chinese());
        }
    }

    /**
     * @param least null where there is none
     * @param most null where there is none
     * @param oneOf empty means any
     */
    public record RuleBoundsView(
            String type,
            String unit,
            @Nullable Double least,
            @Nullable Double most,
            List<String> oneOf) {
        static RuleBoundsView of(Bounds bounds) {
            return new RuleBoundsView(
                    bounds.type(),
                    bounds.unit(),
                    bounds.least().orElse(null),
                    bounds.most().orElse(null),
                    bounds.oneOf());
        }
    }

    /** @param optional whether it may be unknown */
    public record RuleAttributeView(
            String name, RuleBoundsView bounds, boolean optional, String meaning, String meaningZh) {
        static RuleAttributeView of(Attribute attribute) {
            return new RuleAttributeView(
                    attribute.name(),
                    RuleBoundsView.of(attribute.bounds()),
                    attribute.isOptional(),
                    attribute.meaning().english(),
                    attribute.meaning().chinese());
        }
    }

    /** @param contact whether it reaches the customer, so that the rule says by which channels */
    public record RuleVerbView(
            String name,
            String domain,
            List<RuleNameView> kinds,
            List<RuleArgumentView> arguments,
            boolean contact,
            String meaning,
            String meaningZh) {
        static RuleVerbView of(Verb verb) {
            return new RuleVerbView(
                    verb.name(),
                    verb.domain(),
                    verb.kinds().stream().map(RuleNameView::of).toList(),
                    verb.arguments().stream().map(RuleArgumentView::of).toList(),
                    verb.isContact(),
                    verb.meaning().english(),
                    verb.meaning().chinese());
        }
    }

    public record RuleArgumentView(String name, RuleBoundsView bounds, String meaning, String meaningZh) {
        static RuleArgumentView of(Argument argument) {
            return new RuleArgumentView(
                    argument.name(),
                    RuleBoundsView.of(argument.bounds()),
                    argument.meaning().english(),
                    argument.meaning().chinese());
        }
    }

    public record RuleConstantView(
            String name,
            BigDecimal value,
            String unit,
            BigDecimal least,
            BigDecimal most,
            String meaning,
            String meaningZh) {
        static RuleConstantView of(Constant constant) {
            return new RuleConstantView(
                    constant.name(),
                    constant.value(),
                    constant.unit(),
                    constant.least(),
                    constant.most(),
                    constant.meaning().english(),
                    constant.meaning().chinese());
        }
    }
}
