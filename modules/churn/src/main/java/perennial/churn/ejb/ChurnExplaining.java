package perennial.churn.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import perennial.activity.Customers;
import perennial.activity.FeatureRows;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.activity.Shop;
import perennial.activity.UnknownCustomerException;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.features.Features;
import perennial.churn.ChurnExplanations;
import perennial.churn.jpa.FittedModels;
import perennial.churn.model.Supposition;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;

@Stateless
@Local(ChurnExplanations.class)
public class ChurnExplaining implements ChurnExplanations {
    @Inject
    private FittedModels models;

    @Inject
    private FeatureRows features;

    @Inject
    private Customers customers;

    @Inject
    private Shop shop;

    @Override
    public Optional<Explanation> of(Run run, CustomerId customer) {
        return with(run, customer, this::explained);
    }

    @Override
    public Optional<WhatIf> suppose(Run run, CustomerId customer, Map<String, OptionalDouble> changes) {
        return with(run, customer, (model, row) -> {
            Supposition supposed = Supposition.of(model, row, changes);
            return new WhatIf(explained(model, row), explained(model, supposed.features()), supposed.changed());
        });
    }

    private <T> Optional<T> with(Run run, CustomerId customer, BiFunction<ChurnModel, Features, T> told) {
        Optional<Features> row = features.of(run, customer).map(FeatureRow::features);
        if (row.isEmpty() && customers.find(customer).isEmpty()) {
            throw new UnknownCustomerException(customer);
        }
        return models.of(run)
                .flatMap(model -> row.filter(model.definition()::alive).map(known -> told.apply(model, known)));
    }

    private Explanation explained(ChurnModel model, Features row) {
        return new Explanation(
                model.kind().title(),
                row.asOf(),
                model.definition().horizonDays(),
                model.assess(List.of(row), shop.opened().currency()).get(0));
    }
}
