package perennial.segmentation.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import perennial.analytics.clustering.Distribution;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.segmentation.Segments.Cause;
import perennial.segmentation.model.Searched;

/** The search whose number of segments each run goes by, how far customers have drifted from it, and wishes for one. */
@ApplicationScoped
public class SearchRows {
    private static final List<String> TABLES = List.of("segmentation_search", "segmentation_bin", "segmentation_drift");

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected SearchRows() {}

    public SearchRows(DataSource database) {
        this.database = database;
    }

    public void clear(Run run) {
        drop("run_id = ?", run.id());
    }

    void forget(@Observes RunsExpired expired) {
        drop("run_id < ?", expired.oldestKept());
    }

    private void drop(String which, long run) {
        for (String table : TABLES) {
            change("delete from " + table + " where " + which, statement -> statement.setLong(1, run));
        }
    }

    /** @param drift the stability index of each feature of the run's buyers against those of the search */
    public void add(Run run, Searched search, Map<String, Double> drift) {
        change("insert into segmentation_search (run_id, searched_at, cause) values (?, ?, ?)", insert -> {
            insert.setLong(1, run.id());
            insert.setObject(2, search.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, search.cause().name());
        });
        search.spreads().forEach((feature, spread) -> {
            for (int place = 0; place < spread.shares().size(); place++) {
                addBin(run, feature, spread, place);
            }
        });
        drift.forEach((feature, index) ->
                change("insert into segmentation_drift (run_id, feature, stability_index) values (?, ?, ?)", insert -> {
                    insert.setLong(1, run.id());
                    insert.setString(2, feature);
                    insert.setDouble(3, index);
                }));
    }

    private void addBin(Run run, String feature, Distribution spread, int place) {
        String sql = "insert into segmentation_bin (run_id, feature, place, upper_end, share) values (?, ?, ?, ?, ?)";
        change(sql, insert -> {
            insert.setLong(1, run.id());
            insert.setString(2, feature);
            insert.setInt(3, place);
            insert.setObject(4, place < spread.edges().size() ? spread.edges().get(place) : null, Types.DOUBLE);
            insert.setDouble(5, spread.shares().get(place));
        });
    }

    /** Empty where the run found no segments, or is older than these rows. */
    public Optional<Searched> of(Run run) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select * from segmentation_search where run_id = ?")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Searched(
                                row.getObject("searched_at", OffsetDateTime.class)
                                        .toInstant(),
                                Cause.valueOf(row.getString("cause")),
                                spreads(connection, run)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the search for the number of segments could not be read", e);
        }
    }

    private static Map<String, Distribution> spreads(Connection connection, Run run) throws SQLException {
        Map<String, List<Double>> edges = new TreeMap<>();
        Map<String, List<Double>> shares = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select * from segmentation_bin where run_id = ? order by feature, place")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String feature = row.getString("feature");
                    shares.computeIfAbsent(feature, key -> new ArrayList<>()).add(row.getDouble("share"));
                    List<Double> ends = edges.computeIfAbsent(feature, key -> new ArrayList<>());
                    Optional.ofNullable(row.getObject("upper_end", Double.class))
                            .ifPresent(ends::add);
                }
            }
        }
        Map<String, Distribution> spreads = new TreeMap<>();
        shares.forEach((feature, bins) ->
                spreads.put(feature, new Distribution(edges.getOrDefault(feature, List.of()), bins)));
        return spreads;
    }

    public Map<String, Double> drift(Run run) {
        Map<String, Double> drift = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select feature, stability_index from segmentation_drift where run_id = ?")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    drift.put(row.getString(1), row.getDouble(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the drift of the customers could not be read", e);
        }
        return drift;
    }

    public void ask(Instant at, String by) {
        change("insert into segment_search_asked (asked_at, asked_by) values (?, ?)", insert -> {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, by);
        });
    }

    public boolean isAsked() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select 1 from segment_search_asked");
                ResultSet row = select.executeQuery()) {
            return row.next();
        } catch (SQLException e) {
            throw new IllegalStateException("the wishes for a search could not be read", e);
        }
    }

    /** A search answers all wishes up to then. */
    public void answer() {
        change("delete from segment_search_asked", statement -> {});
    }

    private interface Filler {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private void change(String sql, Filler filler) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filler.fill(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the search for the number of segments could not be stored", e);
        }
    }
}
