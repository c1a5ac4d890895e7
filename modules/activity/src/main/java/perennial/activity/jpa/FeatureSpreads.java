package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.activity.FeatureRows.Spread;
import perennial.analytics.features.Feature;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;

/** How each feature lies over the customers of a run. */
@Dependent
public class FeatureSpreads {
    private static final Map<String, Feature> FEATURES =
            Arrays.stream(Feature.values()).collect(Collectors.toMap(Feature::label, Function.identity()));

    private final Database database;

    @Inject
    public FeatureSpreads(Database database) {
        this.database = database;
    }

    void forget(@Observes RunsExpired expired) {
        database.with(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from feature_spread where run_id < ?")) {
                delete.setLong(1, expired.oldestKept());
                return delete.executeUpdate();
            }
        });
    }

    /** Works the spreads out from the run's stored rows, in the place of what was known of the run before. */
    public void renew(Run run) {
        database.inTransaction(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from feature_spread where run_id = ?")) {
                delete.setLong(1, run.id());
                delete.executeUpdate();
            }
            for (Feature feature : Feature.values()) {
                add(connection, run, feature);
            }
            return run;
        });
    }

    /** A feature that is known of nobody gets no row. */
    private static void add(Connection connection, Run run, Feature feature) throws SQLException {
        String column = FeatureTable.column(feature);
        String sql = "insert into feature_spread (run_id, feature, known, lower_tenth, median, upper_tenth) "
                + "select ?, ?, count(%1$s), percentile_cont(0.1) within group (order by %1$s), "
                + "percentile_cont(0.5) within group (order by %1$s), "
                + "percentile_cont(0.9) within group (order by %1$s) "
                + "from feature_row where run_id = ? and %1$s is not null having count(%1$s) > 0";
        try (PreparedStatement insert = connection.prepareStatement(sql.formatted(column))) {
            insert.setLong(1, run.id());
            insert.setString(2, feature.label());
            insert.setLong(3, run.id());
            insert.executeUpdate();
        }
    }

    public Map<Feature, Spread> of(Run run) {
        return database.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select feature, known, lower_tenth, median, upper_tenth from feature_spread where run_id = ?")) {
                select.setLong(1, run.id());
                try (ResultSet row = select.executeQuery()) {
                    return read(row);
                }
            }
        });
    }

    private static Map<Feature, Spread> read(ResultSet row) throws SQLException {
        Map<Feature, Spread> spreads = new EnumMap<>(Feature.class);
        while (row.next()) {
            Feature feature = Objects.requireNonNull(FEATURES.get(row.getString(1)), "a feature of today");
            spreads.put(feature, new Spread(row.getLong(2), row.getDouble(3), row.getDouble(4), row.getDouble(5)));
        }
        return spreads;
    }
}
