package perennial.crmapi.value;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.MoneyView;
import perennial.value.ValueModels.Choice;
import perennial.value.ValueModels.Evidence;
import perennial.value.ValueModels.FitEvidence;
import perennial.value.ValueModels.ValueBin;
import perennial.value.ValueScores.ValueModel;

/**
 * The value models in force with their evidence.
 *
 * @param state fitted or not_enough_data
 * @param reason why this model and how its fit ended, or why there is none
 * @param parameters by the field's symbols; time is in days
 * @param expected12Months of all customers together
 * @param convergence how the fit of the purchase model ended
 * @param choice how the purchase model was chosen
 * @param backTest every forecaster at every time in the past, the naive ones among them
 * @param distribution how many customers have which expected value in 12 months
 */
public record ValueModelView(
        String state,
        String purchaseModel,
        String spendModel,
        String reason,
        String reasonZh,
        Map<String, Double> parameters,
        Map<String, Double> standardErrors,
        @Nullable Double logLikelihood,
        long customers,
        @Nullable MoneyView expected12Months,
        @Nullable ConvergenceView convergence,
        @Nullable ChoiceView choice,
        List<JudgementView> backTest,
        List<BinView> distribution) {

    static ValueModelView of(Evidence evidence) {
        ValueModel model = evidence.model();
        return new ValueModelView(
                model.state().name().toLowerCase(Locale.ROOT),
                model.purchaseModel(),
                model.spendModel(),
                model.reason().english(),
                model.reason().chinese(),
                model.parameters(),
                model.standardErrors(),
                model.logLikelihood().orElse(null),
                model.customers(),
                model.base().map(MoneyView::of).orElse(null),
                evidence.fit().map(ConvergenceView::of).orElse(null),
                evidence.choice().map(ChoiceView::of).orElse(null),
                evidence.judgements().stream().map(JudgementView::of).toList(),
                evidence.distribution().stream().map(BinView::of).toList());
    }

    /**
     * @param status converged, at_edge or not_converged
     * @param withoutLeaving the log-likelihood of the model in which nobody leaves
     * @param drift log-likelihood per customer that these parameters gain over those of the choice
     */
    public record ConvergenceView(
            String status,
            int passes,
            double largestGradient,
            double withoutLeaving,
            @Nullable Double drift) {
        static ConvergenceView of(FitEvidence fit) {
            return new ConvergenceView(
                    fit.status(),
                    fit.passes(),
                    fit.largestGradient(),
                    fit.withoutLeaving(),
                    fit.drift().orElse(null));
        }
    }

    /** @param cause first, age, drift or demand */
    public record ChoiceView(
            long run,
            Instant asOf,
            String cause,
            @Nullable Double horizonDays,
            boolean complete,
            @Nullable String purchaseModel,
            String reason,
            String reasonZh) {
        static ChoiceView of(Choice choice) {
            return new ChoiceView(
                    choice.id(),
                    choice.asOf(),
                    choice.cause().name().toLowerCase(Locale.ROOT),
                    choice.horizonDays().orElse(null),
                    choice.complete(),
                    choice.purchaseModel().orElse(null),
                    choice.reason().english(),
                    choice.reason().chinese());
        }
    }

    /** So many customers from one amount, included, to another one, excluded. */
    public record BinView(MoneyView from, MoneyView to, long customers) {
        static BinView of(ValueBin bin) {
            return new BinView(MoneyView.of(bin.from()), MoneyView.of(bin.to()), bin.customers());
        }
    }
}
