package perennial.value.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import perennial.activity.FeatureRows;
import perennial.activity.Shop;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.value.ValueModels.Choice;
import perennial.value.ValueScores;
import perennial.value.jpa.BinRows;
import perennial.value.jpa.ValueModelRows;
import perennial.value.jpa.ValueScoreRows;
import perennial.value.model.Buyer;
import perennial.value.model.Distribution;
import perennial.value.model.Valuation;

@Stateless
@Local(ValueScores.class)
public class ValueScoring implements ValueScores {
    private static final int TOGETHER = 1000;

    @Inject
    private FeatureRows features;

    @Inject
    private Shop shop;

    @Inject
    private ValueModelRows models;

    @Inject
    private ValueScoreRows scores;

    @Inject
    private BinRows bins;

    @Inject
    private ModelInForce inForce;

    @Override
    public void renew(Run run, Progress progress) {
        List<Buyer> buyers = new ArrayList<>();
        features.each(run, row -> Buyer.of(row.features()).ifPresent(buyers::add));
        progress.total(buyers.size());
        scores.clear(run);
        Currency currency = currency();
        Valuation valuation = Valuation.fit(buyers, currency, inForce.at(run, currency));
        List<Money> expected = new ArrayList<>();
        Iterator<ValueScore> worth = valuation.scores(buyers).iterator();
        while (worth.hasNext()) {
            List<ValueScore> some = next(worth);
            scores.add(run, some);
            some.forEach(score -> score.expectedValue().ifPresent(expected::add));
            progress.advance(some.size());
        }
        bins.write(
                run, Distribution.of(expected.stream().mapToLong(Money::minor).toArray(), currency));
        models.write(
                run,
                valuation.evidence(buyers.size(), expected.stream().reduce(Money::plus)),
                valuation.fitEvidence(),
                inForce.choice(run).map(Choice::id));
    }

    private static List<ValueScore> next(Iterator<ValueScore> scores) {
        List<ValueScore> some = new ArrayList<>(TOGETHER);
        while (some.size() < TOGETHER && scores.hasNext()) {
            some.add(scores.next());
        }
        return some;
    }

    @Override
    public Map<CustomerId, ValueScore> of(Run run, Collection<CustomerId> customers) {
        return scores.of(run, customers, currency());
    }

    @Override
    public Map<CustomerId, ValueScore> of(Run run, CustomerSpan customers) {
        return scores.of(run, customers, currency());
    }

    @Override
    public ValueModel model(Run run) {
        return models.read(run, currency());
    }

    private Currency currency() {
        return shop.opened().currency();
    }
}
