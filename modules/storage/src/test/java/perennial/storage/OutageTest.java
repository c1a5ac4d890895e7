package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.transaction.SystemException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53100", "53300", "57P01", "57P03", "58030", "90098", "90028"})
    void a_database_that_is_away_or_full_is_told_by_its_state_however_deep_it_lies(String state) {
        SQLException deep = new SQLException("gone", state);
        assertThat(Outage.isBehind(new EJBException(new IllegalStateException("a step broke", deep))))
                .isTrue();
        BatchUpdateException batch = new BatchUpdateException();
        batch.setNextException(deep);
        assertThat(Outage.isBehind(new IllegalStateException(batch))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "40001", "42601", "57014"})
    void what_was_asked_wrongly_is_no_outage(String state) {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("wrong", state))))
                .isFalse();
    }

    @Test
    void a_pool_without_a_connection_is_an_outage() {
        Exception none = new ResourceAllocationException("no connection");
        assertThat(Outage.isBehind(new SQLException("allocating failed", none))).isTrue();
    }

    @Test
    void a_file_that_cannot_be_written_is_an_outage_where_it_is_called_a_general_error_and_a_deadlock_is_none() {
        assertThat(Outage.isBehind(new SQLException("General error", "HY000", below(DataUtils.ERROR_WRITING_FAILED))))
                .isTrue();
        assertThat(Outage.isBehind(new SQLException("Deadlock", "40001", below(DataUtils.ERROR_TRANSACTIONS_DEADLOCK))))
                .isFalse();
    }

    private static MVStoreException below(int error) {
        return DataUtils.newMVStoreException(error, "below");
    }

    @Test
    void a_transaction_that_cannot_be_ended_is_an_outage() {
        assertThat(Outage.isBehind(new EJBException(new XAException("This connection has been closed."))))
                .isTrue();
        SystemException neitherWay = new SystemException("JTS5031: Exception on Resource [rollback] operation.");
        assertThat(Outage.isBehind(new EJBException(neitherWay))).isTrue();
    }

    @Test
    void causes_that_go_in_a_circle_come_to_an_end() {
        Exception one = new Exception();
        Exception other = new Exception(one);
        one.initCause(other);
        assertThat(Outage.isBehind(one)).isFalse();
    }
}
