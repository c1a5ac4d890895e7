package perennial.console.customers;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import perennial.analytics.churn.Contribution;
import perennial.analytics.features.Feature;
import perennial.churn.ChurnExplanations;
import perennial.churn.ChurnExplanations.Explanation;
import perennial.churn.ChurnExplanations.WhatIf;
import perennial.console.shell.Failures;
import perennial.console.shell.Format;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Run;
import perennial.kernel.UnknownException;
import perennial.kernel.Words;
import perennial.overview.Overview;

/** Why the model gives a customer this risk, and which one it would give if one thing were otherwise. */
@Named
@RequestScoped
public class WhyPanel {
    @Inject
    private ChurnExplanations explanations;

    @Inject
    private Overview overview;

    @Inject
    private Format format;

    @Inject
    private WhyPictures pictures;

    @Inject
    private HttpServletRequest request;

    private Optional<Explanation> explanation = Optional.empty();
    private Optional<WhatIf> supposed = Optional.empty();
    private Optional<InvalidInputException> refusal = Optional.empty();

    /** @param amount in log-odds, with its sign */
    public record Part(String title, String value, String typical, String amount) {}

    /** @param chosen whether it was asked for last */
    public record Choice(String label, String title, boolean chosen) {}

    @PostConstruct
    void look() {
        try {
            Optional<Run> run = overview.inForce();
            explanation = run.flatMap(inForce -> explanations.of(inForce, customer()));
            if (explanation.isPresent() && given("feature").isPresent()) {
                supposed = run.flatMap(inForce -> explanations.suppose(inForce, customer(), changes()));
            }
        } catch (RuntimeException failure) {
            refuse(failure);
        }
    }

    /** That nobody of the id is known the page itself says. */
    private void refuse(RuntimeException failure) {
        if (!Failures.is(UnknownException.class, failure)) {
            refusal = Optional.of(Failures.only(InvalidInputException.class, failure));
        }
    }

    private CustomerId customer() {
        return new CustomerId(given("id").orElse("-"));
    }

    private Map<String, OptionalDouble> changes() {
        String text = getValue().strip();
        try {
            OptionalDouble value =
                    text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
            return Map.of(given("feature").orElse(""), value);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    "value", text, new Words("it is no number", "不是数"), new Words("give such as 30", "请给出例如 30"));
        }
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
    }

    public @Nullable Explanation getExplanation() {
        return explanation.orElse(null);
    }

    public String getPicture() {
        return explanation.map(pictures::waterfall).orElse("");
    }

    /** All that the score is made of, the strongest first. */
    public List<Part> getParts() {
        return explanation.stream()
                .flatMap(told -> told.assessment().contributions().stream())
                .sorted(Comparator.comparingDouble((Contribution part) -> -Math.abs(part.logOdds())))
                .map(part -> new Part(
                        part.feature().title(format.locale()),
                        shown(part.feature(), part.value()),
                        shown(part.feature(), part.typical()),
                        signed(part.logOdds())))
                .toList();
    }

    private String shown(Feature feature, OptionalDouble value) {
        return value.isPresent() ? format.feature(feature, value.getAsDouble()) : "–";
    }

    private String signed(double logOdds) {
        return (logOdds > 0 ? "+" : "") + format.decimal(logOdds, 2);
    }

    public List<Choice> getChoices() {
        return explanation.stream()
                .flatMap(told -> told.assessment().contributions().stream())
                .map(Contribution::feature)
                .map(feature -> new Choice(
                        feature.label(),
                        feature.title(format.locale()) + " (" + feature.unit().title(format.locale()) + ")",
                        given("feature").filter(feature.label()::equals).isPresent()))
                .toList();
    }

    public String getValue() {
        return given("value").orElse("");
    }

    public @Nullable WhatIf getSupposed() {
        return supposed.orElse(null);
    }

    public @Nullable InvalidInputException getRefusal() {
        return refusal.orElse(null);
    }

    /** A change in words: from what to what. */
    public String told(ChurnExplanations.Change change) {
        return change.feature().title(format.locale()) + ": " + shown(change.feature(), change.from()) + " → "
                + shown(change.feature(), change.to());
    }
}
