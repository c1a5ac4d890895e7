package perennial.churn.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.features.Features;
import perennial.churn.LeavingShop;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.migrations.Databases;

class FittedModelsTest {
    private static final LeavingShop SHOP = new LeavingShop(1200, 1);
    private static final ChurnModel MODEL = SHOP.model();
    private static final List<Features> ALIVE = SHOP.alive();
    private static final Run FIRST = new Run(1, LeavingShop.TODAY);
    private static final Run SECOND = new Run(2, LeavingShop.TODAY);

    @ParameterizedTest
    @EnumSource
    void a_model_read_back_gives_the_same_scores_to_the_bit(Databases database) {
        FittedModels models = new FittedModels(database.fresh());
        models.write(FIRST, Optional.of(MODEL));
        assertThat(models.of(FIRST).orElseThrow().probabilities(ALIVE)).isEqualTo(MODEL.probabilities(ALIVE));
    }

    @ParameterizedTest
    @EnumSource
    void a_run_done_again_without_a_model_has_none(Databases database) {
        FittedModels models = new FittedModels(database.fresh());
        models.write(FIRST, Optional.of(MODEL));
        models.write(FIRST, Optional.empty());
        assertThat(models.of(FIRST)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void models_go_with_their_runs(Databases database) {
        FittedModels models = new FittedModels(database.fresh());
        models.write(FIRST, Optional.of(MODEL));
        models.write(SECOND, Optional.of(MODEL));
        models.forget(new RunsExpired(2, LeavingShop.TODAY));
        assertThat(models.of(FIRST)).isEmpty();
        assertThat(models.of(SECOND)).isPresent();
    }
}
