package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.features.Tastes;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;

/** The stored features: a column for each, named like it, five for the tastes, and what the recent days told. */
@Dependent
public class FeatureTable {
    static final List<Feature> FEATURES = List.of(Feature.values());

    static final int TOGETHER = 1000;

    /** What stands before the features in each row. */
    private static final List<String> KEY = List.of("run_id", "customer_id");

    private static final List<String> TASTES = List.of(
            "favourite_category", "favourite_products", "favourite_channel", "favourite_shipping_country", "cart");
    static final List<String> COLUMNS = Stream.of(
                    KEY.stream(),
                    FEATURES.stream().map(FeatureTable::column),
                    TASTES.stream(),
                    RecentDaysColumns.NAMES.stream())
            .flatMap(columns -> columns)
            .toList();
    private final Database database;
    private final String table;

    @Inject
    public FeatureTable(Database database) {
        this(database, "feature_row");
    }

    private FeatureTable(Database database, String table) {
        this.database = database;
        this.table = table;
    }

    /** Of customers who have changed since a run. */
    public static FeatureTable ofChanged(Database database) {
        return new FeatureTable(database, "changed_feature_row");
    }

    private static String select() {
        return "select " + String.join(", ", COLUMNS) + " from ";
    }

    private String ofRun(String condition) {
        return select() + table + " where run_id = ? and " + condition;
    }

    /** In snake case, as the table calls it. */
    static String column(Feature feature) {
        return feature.name().toLowerCase(Locale.ROOT);
    }

    public void delete(Run run) {
        delete("run_id = ?", run.id());
    }

    public void deleteAllBut(Run run) {
        delete("run_id <> ?", run.id());
    }

    void forget(@Observes RunsExpired expired) {
        delete("run_id < ?", expired.oldestKept());
    }

    private void delete(String condition, long run) {
        database.with(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from " + table + " where " + condition)) {
                delete.setLong(1, run);
                return delete.executeUpdate();
            }
        });
    }

    public void add(Run run, List<FeatureRow> rows) {
        database.inTransaction(connection -> {
            insert(connection, run, rows);
            return rows.size();
        });
    }

    /** Puts rows in the place of those of the customers, in the caller's transaction. */
    public void replace(Run run, Collection<CustomerId> customers, List<FeatureRow> rows) {
        database.with(connection -> {
            String delete = "delete from " + table + " where run_id = ? and customer_id = ?";
            Batch.run(connection, delete, customers, (statement, customer) -> fill(statement, run, customer.value()));
            insert(connection, run, rows);
            return rows.size();
        });
    }

    private void insert(Connection connection, Run run, List<FeatureRow> rows) throws SQLException {
        String places = COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", "));
        Batch.run(
                connection,
                "insert into " + table + " (" + String.join(", ", COLUMNS) + ") values (" + places + ")",
                rows,
                (insert, row) -> fill(insert, run, row));
    }

    public Optional<FeatureRow> of(Run run, CustomerId customer) {
        return read(ofRun("customer_id = ?"), run, select -> fill(select, run, customer.value())).stream()
                .findFirst();
    }

    public Map<CustomerId, FeatureRow> of(Run run, Collection<CustomerId> customers) {
        Object[] ids = customers.stream().map(CustomerId::value).toArray();
        // Joined, because H2 looks through all rows of the run for "= any (?)".
        String some =
                select() + "unnest(?) as wanted (id) join " + table + " on customer_id = wanted.id and run_id = ?";
        return read(some, run, select -> {
                    select.setArray(1, select.getConnection().createArrayOf("varchar", ids));
                    select.setLong(2, run.id());
                })
                .stream()
                .collect(Collectors.toMap(row -> row.features().customer(), Function.identity()));
    }

    public void each(Run run, Consumer<FeatureRow> reader) {
        // The whole key is the order: by its end alone H2 sorts all that is left of the run for each page.
        String next = ofRun("customer_id > ? order by run_id, customer_id limit " + TOGETHER);
        String after = CustomerRange.START;
        List<FeatureRow> page;
        do {
            String last = after;
            page = read(next, run, select -> fill(select, run, last));
            page.forEach(reader);
            after = page.isEmpty()
                    ? after
                    : page.get(page.size() - 1).features().customer().value();
        } while (page.size() == TOGETHER);
    }

    private static void fill(PreparedStatement insert, Run run, FeatureRow row) throws SQLException {
        insert.setLong(1, run.id());
        insert.setString(2, row.features().customer().value());
        int column = KEY.size();
        for (Feature feature : FEATURES) {
            column++;
            Columns.set(insert, column, row.features().get(feature));
        }
        Tastes tastes = row.tastes();
        Columns.set(insert, column + 1, tastes.category());
        Columns.set(insert, column + 2, tastes.products());
        Columns.set(insert, column + 3, tastes.channel());
        Columns.set(insert, column + 4, tastes.shippingCountry());
        Columns.set(insert, column + 5, tastes.cart());
        RecentDaysColumns.set(insert, column + 6, row.recent());
    }

    private interface Filler {
        void fill(PreparedStatement select) throws SQLException;
    }

    private static void fill(PreparedStatement select, Run run, String customer) throws SQLException {
        select.setLong(1, run.id());
        select.setString(2, customer);
    }

    private List<FeatureRow> read(String query, Run run, Filler filler) {
        return database.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                filler.fill(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    List<FeatureRow> page = new ArrayList<>();
                    while (rows.next()) {
                        page.add(row(rows, run));
                    }
                    return Collections.unmodifiableList(page);
                }
            }
        });
    }

    private static FeatureRow row(ResultSet rows, Run run) throws SQLException {
        double[] values = new double[FEATURES.size()];
        int column = KEY.size();
        for (Feature feature : FEATURES) {
            column++;
            values[feature.ordinal()] = Columns.numberOrNaN(rows, column);
        }
        Tastes tastes = new Tastes(
                Columns.text(rows, column + 1),
                Columns.texts(rows, column + 2),
                Columns.text(rows, column + 3),
                Columns.text(rows, column + 4),
                Columns.texts(rows, column + 5));
        return new FeatureRow(
                Features.of(new CustomerId(rows.getString(2)), run.asOf(), values),
                tastes,
                RecentDaysColumns.read(rows, column + 6));
    }
}
