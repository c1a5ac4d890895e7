package perennial.value.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.ValueFit;
import perennial.kernel.Run;
import perennial.value.ValueModels.Choice;
import perennial.value.ValueScores.ValueModel;
import perennial.value.jpa.ChoiceRows;
import perennial.value.jpa.ValueModelRows;
import perennial.value.model.InForce;
import perennial.value.model.Tellings;

/** What a run is to score by, from the choice and the last run. */
@ApplicationScoped
public class ModelInForce {
    private static final List<String> SPEND_SYMBOLS = List.of("p", "q", "gamma");

    @Inject
    private ChoiceRows choices;

    @Inject
    private ValueModelRows models;

    /** The choice that a run goes by. */
    public Optional<Choice> choice(Run run) {
        return choices.latest(run.asOf());
    }

    public InForce at(Run run, Currency currency) {
        Optional<Choice> choice = choice(run);
        Optional<PurchaseKind> chosen = choice.flatMap(Choice::purchaseModel).map(PurchaseKind::labelled);
        if (chosen.isEmpty()) {
            return InForce.unjudged(choice.map(Choice::reason).orElseGet(() -> Tellings.words("no-choice")));
        }
        return new InForce(
                chosen.get(),
                choice.orElseThrow().reason(),
                models.before(run).flatMap(before -> parameters(chosen.get(), before, run, currency)),
                choice.map(Choice::id)
                        .filter(id -> id < run.id())
                        .flatMap(id -> parameters(chosen.get(), id, run, currency)));
    }

    /** The parameters of a run, if it used the same kind of model. */
    private Optional<ValueFit.Start> parameters(PurchaseKind kind, long runId, Run now, Currency currency) {
        Run run = new Run(runId, now.asOf());
        if (models.choice(run).isEmpty()) {
            return Optional.empty();
        }
        ValueModel model = models.read(run, currency);
        if (!model.purchaseModel().equals(kind.label())) {
            return Optional.empty();
        }
        return Optional.of(
                new ValueFit.Start(inOrder(kind.parameterNames(), model.parameters()), spends(model.parameters())));
    }

    private static double[] inOrder(List<String> names, Map<String, Double> parameters) {
        return names.stream()
                .mapToDouble(name -> parameters.getOrDefault(name, Double.NaN))
                .toArray();
    }

    private static Optional<GammaGamma> spends(Map<String, Double> parameters) {
        if (!parameters.keySet().containsAll(SPEND_SYMBOLS)) {
            return Optional.empty();
        }
        double[] values = inOrder(SPEND_SYMBOLS, parameters);
        return Optional.of(new GammaGamma(values[0], values[1], values[2]));
    }
}
