package perennial.console.customers;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.activity.FeatureRows.Spread;
import perennial.analytics.features.Feature;
import perennial.console.shell.Failures;
import perennial.console.shell.Format;
import perennial.decisions.Alarms.Alarm;
import perennial.decisions.Decisions;
import perennial.decisions.Decisions.Decision;
import perennial.kernel.CustomerId;
import perennial.kernel.UnknownException;
import perennial.overview.Portraits;
import perennial.overview.Portraits.Portrait;
import perennial.overview.Portraits.SegmentMove;
import perennial.value.ValueScores.Range;

/** All that is known of one customer. */
@Named
@RequestScoped
public class CustomerPage {
    @Inject
    private Portraits portraits;

    @Inject
    private Decisions decisions;

    @Inject
    private Format format;

    @Inject
    private CustomerPictures pictures;

    @Inject
    private PlainFacts plain;

    @Inject
    private HttpServletRequest request;

    private @Nullable Portrait portrait;

    /** @param base the median of all customers, and where the middle eight tenths of them lie */
    public record Measure(String title, String value, String base, String range) {}

    /** A name with what it stands for. */
    public record Fact(String name, String value) {}

    @PostConstruct
    void look() {
        try {
            portrait = portraits.of(new CustomerId(getId()));
        } catch (RuntimeException failure) {
            Failures.only(UnknownException.class, failure);
            answerNotFound();
        }
    }

    private static void answerNotFound() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
    }

    public String getId() {
        return Optional.ofNullable(request.getParameter("id"))
                .filter(id -> !id.isBlank())
                .orElse("-");
    }

    public @Nullable Portrait getPortrait() {
        return portrait;
    }

    private Optional<Portrait> seen() {
        return Optional.ofNullable(portrait);
    }

    /** The features that are known, in their own units, beside those of all customers. */
    public List<Measure> getMeasures() {
        return seen().map(this::measures).orElse(List.of());
    }

    private List<Measure> measures(Portrait seen) {
        return Arrays.stream(Feature.values())
                .filter(seen.features()::containsKey)
                .map(feature -> measure(feature, seen))
                .toList();
    }

    private Measure measure(Feature feature, Portrait seen) {
        Optional<Spread> base = Optional.ofNullable(seen.base().get(feature));
        return new Measure(
                feature.title(format.locale()),
                Optional.ofNullable(seen.features().get(feature))
                        .map(value -> format.feature(feature, value))
                        .orElse("–"),
                base.map(spread -> format.feature(feature, spread.median())).orElse("–"),
                base.map(spread -> range(feature, spread)).orElse("–"));
    }

    private String range(Feature feature, Spread spread) {
        String lower = format.feature(feature, spread.lowerTenth());
        String upper = format.feature(feature, spread.upperTenth());
        return lower.equals(upper) ? lower : lower + " … " + upper;
    }

    /** What people call the feature that moved the customer; empty where none did. */
    public String cause(SegmentMove step) {
        return step.move()
                .feature()
                .flatMap(Feature::labelled)
                .map(feature -> feature.title(format.locale()))
                .orElse("");
    }

    /** The key of what happened, in words. */
    public String alarm(Alarm alarm) {
        return "alarms." + alarm.moment().label();
    }

    public String title(Decision decision) {
        return format.of(decisions.title(decision.kind()));
    }

    /** What is to be done, in words: the verb's meaning with its arguments. */
    public List<Fact> action(Decision decision) {
        return decision.action().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("kind"))
                .map(entry -> new Fact(entry.getKey(), actionValue(entry)))
                .toList();
    }

    private String actionValue(Map.Entry<String, String> entry) {
        return entry.getKey().equals("verb")
                ? format.of(decisions.meaning(entry.getValue()))
                : plain.of(entry.getKey(), entry.getValue(), seen());
    }

    public List<Fact> inputs(Decision decision) {
        return decision.inputs().entrySet().stream()
                .map(entry -> new Fact(
                        format.of(decisions.meaning(entry.getKey())),
                        plain.of(entry.getKey(), entry.getValue(), seen())))
                .toList();
    }

    public List<Fact> versions(Decision decision) {
        return decision.versions().entrySet().stream()
                .map(entry -> new Fact(entry.getKey(), plain.of("model", entry.getValue(), seen())))
                .toList();
    }

    public String lower(Range range) {
        return format.money(range.lower());
    }

    public String upper(Range range) {
        return format.money(range.upper());
    }

    public String getTimelinePicture() {
        return seen().map(pictures::timeline).orElse("");
    }
}
