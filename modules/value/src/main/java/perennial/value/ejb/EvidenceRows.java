package perennial.value.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import perennial.analytics.valuation.PurchaseKind;
import perennial.kernel.Run;
import perennial.value.ValueModels.Choice;
import perennial.value.ValueModels.Evidence;
import perennial.value.ValueModels.FitEvidence;
import perennial.value.jpa.BinRows;
import perennial.value.jpa.ChoiceRows;
import perennial.value.jpa.JudgementRows;
import perennial.value.jpa.ValueModelRows;

/** All that is stored about models, together. */
@ApplicationScoped
public class EvidenceRows {
    @Inject
    private ChoiceRows choices;

    @Inject
    private JudgementRows judgements;

    @Inject
    private ValueModelRows models;

    @Inject
    private BinRows bins;

    public ChoiceRows choices() {
        return choices;
    }

    public JudgementRows judgements() {
        return judgements;
    }

    /** How far the customers had drifted from the choice by the run before this one. */
    public Optional<Double> driftBefore(Run run) {
        return models.before(run)
                .flatMap(before -> models.fit(new Run(before, run.asOf())))
                .flatMap(FitEvidence::drift);
    }

    /** The kind of model that was in force when a choice began. */
    public Optional<PurchaseKind> inForceBefore(Choice choice) {
        return choices.before(choice.id()).flatMap(Choice::purchaseModel).map(PurchaseKind::labelled);
    }

    public Evidence evidence(Run run, Currency currency) {
        Optional<Choice> choice = models.choice(run).flatMap(choices::of);
        return new Evidence(
                models.read(run, currency),
                models.fit(run),
                choice,
                choice.map(made -> judgements.of(made.id())).orElse(List.of()),
                bins.of(run, currency));
    }
}
