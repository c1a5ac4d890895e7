package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import perennial.analytics.btyd.MbgNbd;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;

class PredictorsTest {
    private static final LearningSet SET = Shop.whereCustomersLeave(600, 3).learningSet(Shop.FOUR_WEEKS, Shop.TODAY);
    private static final Predictors PREDICTORS = Predictors.of(SET.trainingExamples(), SET.buying());

    @Test
    void the_probability_of_being_alive_is_the_purchase_models_for_the_same_past() {
        MbgNbd model = SET.buying().orElseThrow();
        int alive = PREDICTORS.labels().indexOf(Predictors.ALIVE);
        List<Features> customers = SET.evaluation().features();
        double[][] rows = PREDICTORS.rows(customers);

        for (int i = 0; i < rows.length; i++) {
            Features customer = customers.get(i);
            assertThat(rows[i][alive])
                    .isEqualTo(model.pAlive(
                            customer.orElse(Feature.FREQUENCY, 0),
                            customer.orElse(Feature.LAST_AGE, 0),
                            customer.orElse(Feature.AGE, 0)));
        }
    }

    @Test
    void it_is_unknown_of_a_past_that_can_not_be() {
        PurchasePast past = new PurchasePast(0, 1, 2);
        MbgNbd model = SET.buying().orElseThrow();

        assertThat(past.probabilityAlive(model, new double[] {3, 50, 10})).isNaN();
        assertThat(past.probabilityAlive(model, new double[] {3, Double.NaN, 10}))
                .isNaN();
        assertThat(past.probabilityAlive(model, new double[] {0, 5, 5})).isBetween(0.0, 1.0);
    }

    @Test
    void what_is_bought_after_the_last_training_cut_does_not_move_the_purchase_model() {
        Shop more = Shop.whereCustomersLeave(600, 3)
                .with(Shop.history(
                        "a late one",
                        List.of(Shop.purchase(
                                "late", SET.training().get(0).labels().from(), 100))));

        assertThat(more.learningSet(Shop.FOUR_WEEKS, Shop.TODAY).buying())
                .isPresent()
                .isEqualTo(SET.buying());
    }

    @Test
    void the_parts_of_features_add_up_to_the_parts_of_columns() {
        double[][] parts = {new double[PREDICTORS.labels().size() + 1]};
        Arrays.fill(parts[0], 1);
        double[] merged = PREDICTORS.byFeature(parts)[0];

        assertThat(merged).hasSize(PREDICTORS.features().size() + 1);
        assertThat(Arrays.stream(merged).sum()).isEqualTo(parts[0].length);
    }
}
