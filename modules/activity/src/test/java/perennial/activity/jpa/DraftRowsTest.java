package perennial.activity.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.jpa.DraftRows.DraftRow;
import perennial.migrations.Databases;

class DraftRowsTest {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void a_file_waits_until_one_person_takes_it_away(Databases database) {
        DraftRows rows = new DraftRows(new Database(database.fresh()));
        long first = rows.add("orders.csv", "a", 10, NOON);
        long second = rows.add("客户.xlsx", "b", 20, NOON);
        assertThat(rows.all()).extracting(DraftRow::id).containsExactly(second, first);
        assertThat(rows.find(second)).contains(new DraftRow(second, "客户.xlsx", "b", 20, NOON));
        assertThat(rows.delete(second)).isTrue();
        assertThat(rows.delete(second)).as("another person was faster").isFalse();
        assertThat(rows.find(second)).isEmpty();
    }
}
