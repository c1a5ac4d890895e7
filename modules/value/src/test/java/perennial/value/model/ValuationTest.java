package perennial.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.ValueFit;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Words;
import perennial.value.ValueScores.State;
import perennial.value.ValueScores.ValueModel;
import perennial.value.ValueScores.ValueScore;

class ValuationTest {
    private static final Currency EURO = Currency.getInstance("EUR");

    private static final InForce UNJUDGED = InForce.unjudged(Tellings.words("no-choice"));

    @Test
    void a_handful_of_buyers_is_said_to_be_too_few_and_gets_no_number() {
        Valuation valuation = Valuation.fit(buyers(5), EURO, UNJUDGED);
        assertThat(valuation.evidence(5, Optional.empty()).state()).isEqualTo(State.NOT_ENOUGH_DATA);
        assertThat(valuation.evidence(5, Optional.empty()).reason().english()).isNotBlank();
        assertThat(valuation.scores(buyers(5))).isEmpty();
    }

    @Test
    void who_bought_often_and_lately_is_worth_more_than_who_has_long_been_silent() {
        Valuation valuation = Valuation.fit(buyers(400), EURO, UNJUDGED);
        ValueScore lively = valuation
                .scores(List.of(buyer("lively", 12, 360, 365, 40)))
                .findFirst()
                .orElseThrow();
        ValueScore silent = valuation
                .scores(List.of(buyer("silent", 12, 60, 365, 40)))
                .findFirst()
                .orElseThrow();
        assertThat(lively.probabilityAlive()).isGreaterThan(silent.probabilityAlive());
        assertThat(lively.expectedValue().orElseThrow())
                .isGreaterThan(silent.expectedValue().orElseThrow());
    }

    @Test
    void what_a_customer_will_spend_lies_around_the_expectation() {
        ValueScore score = Valuation.fit(buyers(400), EURO, UNJUDGED)
                .scores(List.of(buyer("A", 5, 300, 365, 40)))
                .findFirst()
                .orElseThrow();
        Money expected = score.expectedValue().orElseThrow();
        assertThat(score.outcome().orElseThrow().lower()).isLessThan(expected);
        assertThat(score.outcome().orElseThrow().upper()).isGreaterThan(expected);
    }

    @Test
    void the_model_in_force_is_refitted_from_its_last_parameters_to_the_same_maximum() {
        Valuation cold = Valuation.fit(buyers(400), EURO, UNJUDGED);
        ValueModel last = cold.evidence(400, Optional.empty());
        double[] parameters = Stream.of("r", "alpha", "a", "b")
                .mapToDouble(last.parameters()::get)
                .toArray();
        ValueFit.Start start = new ValueFit.Start(parameters, Optional.empty());
        Valuation warm = Valuation.fit(
                buyers(400),
                EURO,
                new InForce(PurchaseKind.MBG_NBD, new Words("chosen", "选中"), Optional.of(start), Optional.of(start)));
        ValueModel now = warm.evidence(400, Optional.empty());
        assertThat(now.purchaseModel()).isEqualTo("mbg-nbd");
        assertThat(now.reason().english()).startsWith("chosen ");
        assertThat(now.logLikelihood().orElseThrow())
                .isCloseTo(last.logLikelihood().orElseThrow(), within(1e-6));
        assertThat(warm.fitEvidence().orElseThrow().drift().orElseThrow()).isCloseTo(0, within(1e-9));
    }

    @Test
    void customers_who_have_changed_show_as_drift() {
        ValueFit.Start longAgo = new ValueFit.Start(new double[] {5, 400, 0.2, 8}, Optional.empty());
        Valuation valuation = Valuation.fit(
                buyers(400),
                EURO,
                new InForce(PurchaseKind.MBG_NBD, new Words("chosen", "选中"), Optional.empty(), Optional.of(longAgo)));
        assertThat(valuation.fitEvidence().orElseThrow().drift().orElseThrow()).isGreaterThan(Due.DRIFT);
    }

    @Test
    void the_same_purchases_of_one_time_buyers_leave_nobody_certain_to_be_alive() {
        ValueScore once = Valuation.fit(buyers(400), EURO, UNJUDGED)
                .scores(List.of(buyer("once", 0, 0, 365, 0)))
                .findFirst()
                .orElseThrow();
        assertThat(once.probabilityAlive()).isLessThan(1);
    }

    private static List<Buyer> buyers(int count) {
        Random chance = new Random(1);
        List<Buyer> buyers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int x = (int) Math.floor(-3 * Math.log(1 - chance.nextDouble()));
            double tx = x == 0 ? 0 : 1 + Math.floor(360 * chance.nextDouble());
            buyers.add(buyer("C" + i, x, tx, 365, x == 0 ? 0 : 20 + 40 * chance.nextDouble()));
        }
        return buyers;
    }

    private static Buyer buyer(String id, int x, double tx, double age, double spend) {
        return new Buyer(new CustomerId(id), x, tx, age, spend, x == 0 ? 0 : tx / x);
    }
}
