package perennial.value.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.value.ValueModels.FitEvidence;
import perennial.value.ValueScores.State;
import perennial.value.ValueScores.ValueModel;

@Entity
@Table(name = "value_model")
@SuppressWarnings("UnusedVariable") // queries read the fields
class ValueModelEntity {
    @Id
    @Column(name = "run_id")
    private long runId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "purchase_model")
    private String purchaseModel;

    @Column(name = "spend_model")
    private String spendModel;

    @Column(name = "reason_en")
    private String reasonEn;

    @Column(name = "reason_zh")
    private String reasonZh;

    @Column(name = "log_likelihood")
    private @Nullable Double logLikelihood;

    private long customers;

    @Column(name = "base_minor")
    private @Nullable Long baseMinor;

    @Column(name = "choice_id")
    private @Nullable Long choiceId;

    private @Nullable String convergence;

    private @Nullable Integer passes;

    @Column(name = "largest_gradient")
    private @Nullable Double largestGradient;

    @Column(name = "without_leaving")
    private @Nullable Double withoutLeaving;

    private @Nullable Double drift;

    @ElementCollection
    @CollectionTable(name = "value_parameter", joinColumns = @JoinColumn(name = "run_id"))
    @MapKeyColumn(name = "symbol")
    private Map<String, Parameter> parameters = new HashMap<>();

    protected ValueModelEntity() {}

    ValueModelEntity(Run run, ValueModel model, Optional<FitEvidence> fit, Optional<Long> choice) {
        runId = run.id();
        state = model.state();
        purchaseModel = model.purchaseModel();
        spendModel = model.spendModel();
        reasonEn = model.reason().english();
        reasonZh = model.reason().chinese();
        logLikelihood = model.logLikelihood().orElse(null);
        customers = model.customers();
        baseMinor = model.base().map(Money::minor).orElse(null);
        choiceId = choice.orElse(null);
        fit.ifPresent(this::note);
        model.parameters()
                .forEach((symbol, amount) -> parameters.put(
                        symbol, new Parameter(amount, model.standardErrors().get(symbol))));
    }

    private void note(FitEvidence fit) {
        convergence = fit.status();
        passes = fit.passes();
        largestGradient = fit.largestGradient();
        withoutLeaving = fit.withoutLeaving();
        drift = fit.drift().orElse(null);
    }

    /** Empty where there is no model, or was none when this was not noted yet. */
    Optional<FitEvidence> toFit() {
        if (convergence == null || passes == null || largestGradient == null || withoutLeaving == null) {
            return Optional.empty();
        }
        return Optional.of(
                new FitEvidence(convergence, passes, largestGradient, withoutLeaving, Optional.ofNullable(drift)));
    }

    Optional<Long> choice() {
        return Optional.ofNullable(choiceId);
    }

    ValueModel toModel(Currency currency) {
        Map<String, Double> amounts = new TreeMap<>();
        Map<String, Double> errors = new TreeMap<>();
        parameters.forEach((symbol, parameter) -> {
            amounts.put(symbol, parameter.amount);
            Optional.ofNullable(parameter.standardError).ifPresent(error -> errors.put(symbol, error));
        });
        return new ValueModel(
                state,
                purchaseModel,
                spendModel,
                new Words(reasonEn, reasonZh),
                amounts,
                errors,
                Optional.ofNullable(logLikelihood),
                customers,
                Optional.ofNullable(baseMinor).map(minor -> new Money(minor, currency)));
    }

    @Embeddable
    static class Parameter {
        private double amount;

        @Column(name = "standard_error")
        private @Nullable Double standardError;

        protected Parameter() {}

        Parameter(double amount, @Nullable Double standardError) {
            this.amount = amount;
            this.standardError = standardError;
        }
    }
}
