package perennial.console.customers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ResourceBundle;
import perennial.analytics.churn.Contribution;
import perennial.charts.Caption;
import perennial.charts.Scale;
import perennial.charts.Waterfall;
import perennial.charts.Waterfall.Step;
import perennial.charts.Waterfall.Wanted;
import perennial.churn.ChurnExplanations.Explanation;
import perennial.console.shell.Format;

/** How a customer's score comes about. */
@RequestScoped
public class WhyPictures {
    private static final int MOST_STEPS = 8;

    @Inject
    private Format format;

    /** From the model's base to the customer's score; what hardly counts is one step. */
    String waterfall(Explanation told) {
        ResourceBundle text = ResourceBundle.getBundle("perennial.console.customers.phrases", format.locale());
        List<Contribution> parts = told.assessment().contributions().stream()
                .sorted(Comparator.comparingDouble((Contribution part) -> -Math.abs(part.logOdds())))
                .toList();
        List<Step> steps = new ArrayList<>();
        parts.stream().limit(MOST_STEPS).map(this::step).forEach(steps::add);
        if (parts.size() > MOST_STEPS) {
            double rest = parts.stream()
                    .skip(MOST_STEPS)
                    .mapToDouble(Contribution::logOdds)
                    .sum();
            steps.add(new Step(text.getString("waterfall.rest"), rest));
        }
        return new Waterfall(
                        new Caption(text.getString("waterfall"), text.getString("waterfall.meaning")),
                        Scale.number(text.getString("waterfall.scale")),
                        Wanted.LESS,
                        new Step(
                                text.getString("waterfall.base"),
                                told.assessment().base()),
                        steps,
                        text.getString("waterfall.score"))
                .svg(format.locale());
    }

    private Step step(Contribution part) {
        String title = part.feature().title(format.locale());
        return new Step(
                part.value().isPresent()
                        ? title + ": "
                                + format.feature(part.feature(), part.value().getAsDouble())
                        : title,
                part.logOdds());
    }
}
