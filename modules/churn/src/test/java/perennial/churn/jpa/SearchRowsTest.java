package perennial.churn.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.analytics.churn.Recipe;
import perennial.analytics.churn.RecipeSearch.Trial;
import perennial.analytics.evaluation.Interval;
import perennial.churn.ChurnModels.Cause;
import perennial.churn.jpa.SearchRows.Sought;
import perennial.churn.model.Buyers;
import perennial.kernel.Run;
import perennial.migrations.Databases;

class SearchRowsTest {
    private static final Run FIRST = new Run(3, Buyers.MONDAY);
    private static final Run LATER = new Run(4, Buyers.MONDAY);
    private static final Interval AUC = new Interval(0.7, 0.6, 0.8);

    @ParameterizedTest
    @EnumSource
    void a_search_goes_on_in_a_later_run_with_what_was_tried(Databases databases) {
        SearchRows rows = new SearchRows(new ChurnTables(databases.fresh()));
        Trial worse = new Trial(Recipe.LOGISTIC_1, AUC, 0.6, 100);
        Trial better = new Trial(Recipe.BOOSTED_2, AUC, 0.5, 100);
        rows.begin(FIRST, Cause.FIRST);
        rows.add(FIRST, worse);

        assertThat(rows.last(LATER)).contains(new Sought(FIRST, Cause.FIRST, false));
        rows.add(FIRST, better);
        rows.complete(FIRST);

        assertThat(rows.last(LATER)).contains(new Sought(FIRST, Cause.FIRST, true));
        assertThat(rows.trials(FIRST)).containsExactly(better, worse);
    }

    @ParameterizedTest
    @EnumSource
    void a_wish_lasts_until_a_search_answers_it(Databases databases) {
        SearchRows rows = new SearchRows(new ChurnTables(databases.fresh()));
        assertThat(rows.isAsked()).isFalse();

        rows.ask(Buyers.MONDAY, "olga");
        assertThat(rows.isAsked()).isTrue();
        rows.answer();

        assertThat(rows.isAsked()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_search_of_a_run_that_failed_is_dropped(Databases databases) {
        SearchRows rows = new SearchRows(new ChurnTables(databases.fresh()));
        rows.begin(LATER, Cause.DRIFT);
        rows.add(LATER, new Trial(Recipe.TREE_4, AUC, 0.6, 100));

        rows.clearAfter(FIRST.id());

        assertThat(rows.last(LATER)).isEqualTo(Optional.empty());
        assertThat(rows.trials(LATER)).isEmpty();
    }
}
