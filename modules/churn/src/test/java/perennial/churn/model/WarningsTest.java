package perennial.churn.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.analytics.churn.Contest;
import perennial.analytics.evaluation.ErrorCosts;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.churn.ChurnScores.State;
import perennial.kernel.Words;

class WarningsTest {
    private static final Terms TERMS = new Terms(Contest.Margin.STANDARD, new ErrorCosts(1, 1), 91, 0);

    private static ChurnEvidence evidence(long ageDays, double aucLower, double slope) {
        Instant trained = Buyers.MONDAY.minus(Duration.ofDays(ageDays));
        return new ChurnEvidence(
                State.TRAINED,
                new Words("", ""),
                Optional.of("logistic regression"),
                Optional.of(1L),
                Optional.of(trained),
                28,
                Optional.of(trained),
                1000,
                500,
                0.4,
                Map.of(
                        "logistic regression",
                        Map.of("auc", aucLower + 0.02, "aucLower", aucLower, "calibrationSlope", slope),
                        "recency only",
                        Map.of("auc", 0.6)));
    }

    private static List<Words> warnings(ChurnEvidence evidence, Map<String, Double> drift) {
        return Warnings.of(evidence, drift, Buyers.MONDAY, TERMS);
    }

    @Test
    void nothing_speaks_against_a_young_model_that_is_right() {
        assertThat(warnings(evidence(7, 0.7, 1.05), Map.of("recency", 0.2))).isEmpty();
    }

    @Test
    void each_limit_that_is_passed_is_told_in_both_languages() {
        assertThat(warnings(evidence(92, 0.7, 1), Map.of())).singleElement().satisfies(warning -> {
            assertThat(warning.english()).contains("trained 92 days ago", "91 days");
            assertThat(warning.chinese()).contains("92 天前");
        });
        assertThat(warnings(evidence(7, 0.7, 1), Map.of("recency", 0.3, "age", 0.4)))
                .singleElement()
                .extracting(Words::english)
                .asString()
                .contains("0.40");
        assertThat(warnings(evidence(7, 0.7, 0.7), Map.of()))
                .singleElement()
                .extracting(Words::english)
                .asString()
                .contains("calibration slope is 0.70");
        assertThat(warnings(evidence(7, 0.6, 1), Map.of()))
                .singleElement()
                .extracting(Words::english)
                .asString()
                .contains("recency alone");
    }
}
