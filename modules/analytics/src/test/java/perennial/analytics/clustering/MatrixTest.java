package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;

class MatrixTest {
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");

    @Test
    void customers_become_rows_and_chosen_features_columns_with_gaps_where_nothing_is_known() {
        Matrix matrix = Matrix.of(
                List.of(
                        Features.of(new CustomerId("a"), NOW, Map.of(Feature.ORDERS, 3.0, Feature.SPEND, 90.0)),
                        Features.of(new CustomerId("b"), NOW, Map.of(Feature.ORDERS, 1.0))),
                List.of(Feature.SPEND, Feature.ORDERS));

        assertThat(matrix.rows()).isEqualTo(2);
        assertThat(matrix.columns()).containsExactly("spend", "orders");
        assertThat(matrix.column("spend")).containsExactly(90, Double.NaN);
        assertThat(matrix.get(1, 1)).isEqualTo(1);
    }

    @Test
    void a_matrix_without_columns_with_a_name_twice_or_uneven_rows_is_refused() {
        assertThatThrownBy(() -> Matrix.of(List.of(), new double[0])).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Matrix.of(List.of("a", "a"), new double[2])).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Matrix.of(List.of("a", "b"), new double[3])).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_infinite_value_is_refused_with_its_row_and_column() {
        assertThatThrownBy(() -> Matrix.of(List.of("a", "b"), new double[] {1, 2, 3, Double.POSITIVE_INFINITY}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("b: row 2");
    }
}
