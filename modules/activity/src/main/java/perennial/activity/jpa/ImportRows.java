package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import perennial.activity.Imports.Report;
import perennial.activity.Imports.State;
import perennial.activity.Imports.Totals;
import perennial.kernel.Words;

/** The stored imports and what they counted. */
@Dependent
public class ImportRows {
    private static final int LONGEST_FAILURE = 4000;
    private static final String COLUMNS = """
            id, kind, mapping, file_name, state, received_at, finished_at, lines_read, lines_total, duplicates, known,
            failure, failure_zh
            """;

    private final Database database;

    @Inject
    public ImportRows(Database database) {
        this.database = database;
    }

    /**
     * A file that was received.
     *
     * @param spooled its name where it is stored, on a node
     */
    public record Received(
            String kind, String mapping, String yaml, String fileName, String spooled, String node, Instant at) {}

    /** A file that waits to be read, with the text of its mapping. */
    public record Waiting(long id, String yaml, String spooled, Optional<String> node, Instant received) {}

    /** A line that was set apart. */
    public record Rejected(long line, String reason, String detail, String content) {}

    public long add(Received file) {
        return database.with(connection -> {
            String insert = """
                    insert into imported_file (kind, mapping, yaml, file_name, spooled, node, state, received_at,
                      lines_read, duplicates, known) values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)
                    """;
            try (PreparedStatement statement = connection.prepareStatement(insert, new String[] {"id"})) {
                statement.setString(1, file.kind());
                statement.setString(2, file.mapping());
                statement.setString(3, file.yaml());
                statement.setString(4, file.fileName());
                statement.setString(5, file.spooled());
                statement.setString(6, file.node());
                statement.setString(7, State.WAITING.name());
                Columns.set(statement, 8, file.at());
                statement.executeUpdate();
                try (ResultSet keys = statement.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
    }

    /** Those that are not finished, the oldest first. */
    public List<Waiting> unfinished() {
        return database.with(connection -> Batch.find(
                connection,
                "select id, yaml, spooled, node, received_at from imported_file "
                        + "where state in ('WAITING', 'READING') order by id",
                row -> new Waiting(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Columns.text(row, 4),
                        Columns.instant(row, 5))));
    }

    public void reading(long id) {
        update(
                "update imported_file set state = 'READING', lines_read = 0 where id = ?",
                statement -> statement.setLong(1, id));
    }

    public void total(long id, long lines) {
        update("update imported_file set lines_total = ? where id = ?", statement -> {
            statement.setLong(1, lines);
            statement.setLong(2, id);
        });
    }

    /** Seen at once by others: it is not part of the transaction that writes the rows. */
    public void read(long id, long lines) {
        update("update imported_file set lines_read = ? where id = ?", statement -> {
            statement.setLong(1, lines);
            statement.setLong(2, id);
        });
    }

    public void fail(long id, Words failure, Instant at) {
        String update =
                "update imported_file set state = 'FAILED', failure = ?, failure_zh = ?, finished_at = ? where id = ?";
        update(update, statement -> {
            statement.setString(1, fitting(failure.english()));
            statement.setString(2, fitting(failure.chinese()));
            Columns.set(statement, 3, at);
            statement.setLong(4, id);
        });
    }

    private static String fitting(String failure) {
        return failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE));
    }

    /** In the transaction that wrote the rows, so that both are there or neither. */
    public static void complete(Connection connection, long id, long lines, Tally tally, Instant at)
            throws SQLException {
        String update = """
                update imported_file set state = 'COMPLETED', lines_read = ?, lines_total = ?, duplicates = ?, known = ?,
                  finished_at = ? where id = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setLong(1, lines);
            statement.setLong(2, lines);
            statement.setLong(3, tally.duplicates());
            statement.setLong(4, tally.known());
            Columns.set(statement, 5, at);
            statement.setLong(6, id);
            statement.executeUpdate();
        }
        insertCounts(connection, id, "accepted", tally.accepted());
        insertCounts(connection, id, "set apart", tally.setApart());
    }

    private static void insertCounts(Connection connection, long id, String tally, Map<String, Long> counts)
            throws SQLException {
        Batch.run(
                connection,
                "insert into import_count (import_id, tally, name, lines) values (?, ?, ?, ?)",
                counts.entrySet(),
                (statement, count) -> {
                    statement.setLong(1, id);
                    statement.setString(2, tally);
                    statement.setString(3, count.getKey());
                    statement.setLong(4, count.getValue());
                });
    }

    public Optional<Report> find(long id) {
        return reports("select " + COLUMNS + " from imported_file where id = ?", id).stream()
                .findFirst();
    }

    public List<Report> latest(int limit) {
        return reports("select " + COLUMNS + " from imported_file order by id desc limit ?", limit);
    }

    public Totals totals() {
        return database.with(connection -> {
            Map<State, Long> files = new EnumMap<>(State.class);
            long lines = 0;
            String select = "select state, count(*), sum(lines_read) from imported_file group by state";
            try (PreparedStatement statement = connection.prepareStatement(select);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    files.put(State.valueOf(row.getString(1)), row.getLong(2));
                    lines += row.getLong(3);
                }
            }
            String apart = "select coalesce(sum(lines), 0) from import_count where tally = 'set apart'";
            long setApart = Batch.find(connection, apart, row -> row.getLong(1)).get(0);
            return new Totals(files, lines, setApart);
        });
    }

    /** A page of the lines set apart, in their order, after a line of the file. */
    public List<Rejected> rejected(long id, long after, int limit) {
        return database.with(connection -> {
            String select = """
                    select line, reason, detail, content from rejected_line where import_id = ? and line > ?
                    order by line limit ?
                    """;
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                statement.setLong(1, id);
                statement.setLong(2, after);
                statement.setInt(3, limit);
                try (ResultSet rows = statement.executeQuery()) {
                    List<Rejected> page = new ArrayList<>();
                    while (rows.next()) {
                        page.add(
                                new Rejected(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                    }
                    return page;
                }
            }
        });
    }

    private List<Report> reports(String select, long parameter) {
        return database.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                statement.setLong(1, parameter);
                try (ResultSet rows = statement.executeQuery()) {
                    List<Report> reports = new ArrayList<>();
                    while (rows.next()) {
                        reports.add(report(connection, rows));
                    }
                    return reports;
                }
            }
        });
    }

    private static Report report(Connection connection, ResultSet rows) throws SQLException {
        long id = rows.getLong(1);
        return new Report(
                id,
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                State.valueOf(rows.getString(5)),
                Columns.instant(rows, 6),
                Columns.optionalInstant(rows, 7),
                rows.getLong(8),
                Columns.optionalLong(rows, 9),
                counts(connection, id, "accepted"),
                counts(connection, id, "set apart"),
                rows.getLong(10),
                rows.getLong(11),
                failure(rows));
    }

    /** Those of an earlier release are in English alone. */
    private static Optional<Words> failure(ResultSet rows) throws SQLException {
        Optional<String> chinese = Columns.text(rows, 13);
        return Columns.text(rows, 12).map(english -> new Words(english, chinese.orElse(english)));
    }

    private static Map<String, Long> counts(Connection connection, long id, String tally) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        String select = "select name, lines from import_count where import_id = ? and tally = ?";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, id);
            statement.setString(2, tally);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return counts;
    }

    private interface Parameters {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private void update(String sql, Parameters parameters) {
        database.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.fill(statement);
                return statement.executeUpdate();
            }
        });
    }
}
