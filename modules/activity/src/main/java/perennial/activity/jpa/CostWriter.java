package perennial.activity.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import perennial.activity.reading.Outcome.CostRow;

/** Writes costs; a later word on the same period, kind and channel replaces the earlier one. */
final class CostWriter {
    private static final String STORED = "select period_from, period_to, kind, channel, amount from cost";
    private static final String INSERT =
            "insert into cost (amount, period_from, period_to, kind, channel) values (?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update cost set amount = ? where period_from = ? and period_to = ? and kind = ? and channel = ?";

    private final Connection connection;
    private final Tally tally;

    CostWriter(Connection connection, Tally tally) {
        this.connection = connection;
        this.tally = tally;
    }

    private record Key(LocalDate from, LocalDate to, String kind, String channel) {}

    void write(List<CostRow> rows) throws SQLException {
        Map<Key, Long> stored = new HashMap<>();
        Batch.find(
                        connection,
                        STORED,
                        row -> Map.entry(
                                new Key(
                                        row.getObject(1, LocalDate.class),
                                        row.getObject(2, LocalDate.class),
                                        row.getString(3),
                                        row.getString(4)),
                                row.getLong(5)))
                .forEach(entry -> stored.put(entry.getKey(), entry.getValue()));
        Map<Key, Long> added = new LinkedHashMap<>();
        Map<Key, Long> changed = new LinkedHashMap<>();
        for (CostRow row : rows) {
            Key key = new Key(row.from(), row.to(), row.kind(), row.channel().orElse(""));
            Long before = stored.get(key);
            if (before == null) {
                added.put(key, row.amountMinor());
            } else if (before != row.amountMinor()) {
                changed.put(key, row.amountMinor());
            }
        }
        write(INSERT, added);
        write(UPDATE, changed);
        tally.accepted("costs", added.size());
        tally.accepted("updated", changed.size());
        tally.known(rows.size() - added.size() - (long) changed.size());
    }

    private void write(String sql, Map<Key, Long> costs) throws SQLException {
        Batch.run(connection, sql, costs.entrySet(), (statement, entry) -> {
            statement.setLong(1, entry.getValue());
            statement.setObject(2, entry.getKey().from());
            statement.setObject(3, entry.getKey().to());
            statement.setString(4, entry.getKey().kind());
            statement.setString(5, entry.getKey().channel());
        });
    }
}
