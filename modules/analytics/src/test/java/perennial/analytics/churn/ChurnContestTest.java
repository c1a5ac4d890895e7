package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.analytics.churn.ChurnContest.Explained;

class ChurnContestTest {
    @Test
    void boosted_trees_learn_the_made_up_customers_and_explanations_add_up_to_the_score() {
        ChurnContest contest = ChurnContest.madeUp(2_000, 1);
        Explained explained = contest.explain(200, 30);

        assertThat(contest.train(30).auc()).isGreaterThan(0.65);
        assertThat(contest.training()).hasSize(2_000 * 31);
        assertThat(contest.test()).hasSize(500 * 31);
        assertThat(explained.customers()).isEqualTo(200);
        assertThat(explained.gap()).isLessThan(1e-4);
    }

    @Test
    void others_get_the_rows_of_a_table_without_gaps() {
        ChurnContest contest = ChurnContest.of(
                Customers.messy(600, 1, 5),
                new ChurnStudy.Settings("user status", List.of(), Optional.empty(), 0.2, 42, Duration.ofSeconds(30)));

        assertThat(contest.training()).hasSize(480 * (contest.columns() + 1)).doesNotContain(Double.NaN);
    }
}
