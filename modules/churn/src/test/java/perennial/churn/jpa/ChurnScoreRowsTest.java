package perennial.churn.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.churn.ChurnScores.ChurnScore;
import perennial.churn.ChurnScores.Reason;
import perennial.churn.ChurnScores.Risk;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.migrations.Databases;

class ChurnScoreRowsTest {
    private static final Run RUN = new Run(7, Instant.parse("2025-06-02T00:00:00Z"));
    private static final CustomerId BIG = new CustomerId("B");
    private static final CustomerId DASHED = new CustomerId("a-1");
    private static final CustomerId TENTH = new CustomerId("a10");

    private static ChurnScore score(CustomerId customer, double probability, String... features) {
        return new ChurnScore(
                customer,
                probability,
                Stream.of(features).map(ChurnScoreRowsTest::reason).toList());
    }

    private static Reason reason(String feature) {
        return new Reason(feature, OptionalDouble.of(1), OptionalDouble.empty(), 0.5, new Words(feature, feature));
    }

    @ParameterizedTest
    @EnumSource
    void neighbours_stand_in_the_order_of_bytes_and_are_told_with_their_reasons_in_order(Databases databases) {
        ChurnScoreRows rows = new ChurnScoreRows(databases.fresh());
        rows.add(RUN, List.of(score(TENTH, 0.9, "trend"), score(DASHED, 0.3), score(BIG, 0.5, "silence", "age")));
        assertThat(rows.risks(RUN, new CustomerSpan(BIG, DASHED)))
                .isEqualTo(Map.of(BIG, new Risk(0.5, List.of("silence", "age")), DASHED, new Risk(0.3, List.of())));
        assertThat(rows.of(RUN, List.of(TENTH))).isEqualTo(Map.of(TENTH, score(TENTH, 0.9, "trend")));
    }
}
