package perennial.decisions.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.Decisions.Trace;
import perennial.decisions.model.Case;
import perennial.decisions.model.Case.Chosen;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.ruleengine.ContactHistory.Contact;
import perennial.ruleengine.Outcome.Given;
import perennial.rules.Channel;
import perennial.rules.Kind;

/** The decisions of all runs, each with the case that led to it. */
@ApplicationScoped
public class DecisionRows {
    private static final String INSERT_CASE =
            "insert into decision_case (run_id, customer_id, inputs, fired, dropped, contacts, budget_left) "
                    + "values (?, ?, ?, ?, ?, ?, ?)";
    static final String INSERT = "insert into decision (run_id, customer_id, decided_at, kind, channel, action, "
            + "rules, caps, reason_en, reason_zh, occasion_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String SELECT = """
            select d.id, d.customer_id, d.decided_at, coalesce(o.moment, 'WEEKLY') as moment, d.kind, d.action, d.rules,
                   coalesce(o.inputs, c.inputs) as inputs, coalesce(o.versions, r.versions) as versions, d.caps,
                   d.reason_en, d.reason_zh
            from decision d
            left join decision_occasion o on o.id = d.occasion_id
            left join decision_case c
              on d.occasion_id is null and c.run_id = d.run_id and c.customer_id = d.customer_id
            left join decision_run r on r.run_id = d.run_id
            """;
    private static final String OF =
            SELECT + " where d.run_id = ? and d.customer_id = ? and d.occasion_id is null order by d.id";
    private static final String PAGE =
            SELECT + " where d.run_id = ? and d.occasion_id is null and d.id > ? order by d.id limit ?";
    private static final String CONTACTS = "select customer_id, channel, decided_at from decision "
            + "where customer_id between ? and ? and channel is not null and decided_at > ? "
            + "and (decided_at < ? or occasion_id is not null or run_id = ?) and kind not in (" + transactional() + ")";
    private static final long NO_RUN = -1;

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected DecisionRows() {}

    public DecisionRows(DataSource database) {
        this.database = database;
    }

    /** Drops what a run had decided. */
    public void forget(Run run) {
        try (Connection connection = database.getConnection();
                PreparedStatement decisions =
                        connection.prepareStatement("delete from decision where run_id = ? and occasion_id is null");
                PreparedStatement cases = connection.prepareStatement("delete from decision_case where run_id = ?")) {
            decisions.setLong(1, run.id());
            decisions.executeUpdate();
            cases.setLong(1, run.id());
            cases.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the run's earlier decisions could not be dropped", e);
        }
    }

    /**
     * Drops what runs before one had decided, but for what has reached a customer since an instant: it still counts
     * against the caps.
     */
    public void forgetBefore(long oldestKept, Instant since) {
        String old = " where run_id < ? and decided_at <= ?";
        String occasions = "select o.id from decision_occasion o where o.run_id < ? and o.decided_at <= ? "
                + "and not exists (select 1 from decision d where d.occasion_id = o.id)";
        try (Connection connection = database.getConnection()) {
            delete(connection, "delete from decision where run_id < ? and channel is null", oldestKept);
            delete(connection, "delete from decision" + old, oldestKept, since);
            delete(connection, "delete from decision_case where run_id < ?", oldestKept);
            delete(
                    connection,
                    "delete from occasion_order where occasion_id in (" + occasions + ")",
                    oldestKept,
                    since);
            delete(connection, "delete from decision_occasion where id in (" + occasions + ")", oldestKept, since);
        } catch (SQLException e) {
            throw new IllegalStateException("the decisions of old runs could not be dropped", e);
        }
    }

    private static void delete(Connection connection, String sql, long run, Instant... since) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, run);
            for (Instant instant : since) {
                delete.setObject(2, instant.atOffset(ZoneOffset.UTC));
            }
            delete.executeUpdate();
        }
    }

    public void add(Run run, List<Case> all) {
        try (Connection connection = database.getConnection();
                PreparedStatement cases = connection.prepareStatement(INSERT_CASE);
                PreparedStatement decisions = connection.prepareStatement(INSERT)) {
            for (Case one : all) {
                addCase(cases, run, one);
                for (Chosen chosen : one.chosen()) {
                    addDecision(decisions, run, run.asOf(), Optional.empty(), one.customer(), chosen);
                }
            }
            cases.executeBatch();
            decisions.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the decisions could not be stored", e);
        }
    }

    private static void addCase(PreparedStatement insert, Run run, Case one) throws SQLException {
        insert.setLong(1, run.id());
        insert.setString(2, one.customer().value());
        insert.setString(3, JsonColumns.write(one.inputs()));
        insert.setString(4, JsonColumns.write(one.fired()));
        insert.setString(5, JsonColumns.writeDropped(one.dropped()));
        setGiven(insert, 6, one.given());
        insert.addBatch();
    }

    static void setGiven(PreparedStatement insert, int first, Given given) throws SQLException {
        insert.setString(first, JsonColumns.writeContacts(given.contacts()).orElse(null));
        if (given.budget().isPresent()) {
            insert.setLong(first + 1, given.budget().getAsLong());
        } else {
            insert.setNull(first + 1, Types.BIGINT);
        }
    }

    static void addDecision(
            PreparedStatement insert, Run run, Instant at, Optional<Long> occasion, CustomerId customer, Chosen chosen)
            throws SQLException {
        insert.setLong(1, run.id());
        insert.setString(2, customer.value());
        insert.setObject(3, at.atOffset(ZoneOffset.UTC));
        insert.setString(4, chosen.kind());
        insert.setString(5, chosen.action().get("channel"));
        insert.setString(6, JsonColumns.write(chosen.action()));
        insert.setString(7, JsonColumns.write(chosen.rules()));
        insert.setString(8, JsonColumns.writeWords(chosen.caps()));
        insert.setString(9, chosen.reason().english());
        insert.setString(10, chosen.reason().chinese());
        insert.setObject(11, occasion.orElse(null), Types.BIGINT);
        insert.addBatch();
    }

    public List<Decision> of(Run run, CustomerId customer) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF)) {
            select.setLong(1, run.id());
            select.setString(2, customer.value());
            return read(select);
        } catch (SQLException e) {
            throw new IllegalStateException("a customer's decisions could not be read", e);
        }
    }

    public List<Decision> page(Run run, long after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, run.id());
            select.setLong(2, after);
            select.setInt(3, limit);
            return read(select);
        } catch (SQLException e) {
            throw new IllegalStateException("the run's decisions could not be read", e);
        }
    }

    static List<Decision> read(PreparedStatement select) throws SQLException {
        List<Decision> decisions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                decisions.add(decision(row));
            }
        }
        return decisions;
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong("id"),
                new CustomerId(row.getString("customer_id")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("moment").toLowerCase(Locale.ROOT),
                row.getString("kind"),
                JsonColumns.readMap(row.getString("action")),
                JsonColumns.readList(row.getString("rules")),
                JsonColumns.readMap(row.getString("inputs")),
                JsonColumns.readMap(row.getString("versions")),
                JsonColumns.readWords(row.getString("caps")),
                new Words(row.getString("reason_en"), row.getString("reason_zh")));
    }

    public Optional<Trace> trace(Run run, CustomerId customer) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select inputs, fired, dropped from decision_case where run_id = ? and customer_id = ?")) {
            select.setLong(1, run.id());
            select.setString(2, customer.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Trace(
                                JsonColumns.readMap(row.getString("inputs")),
                                JsonColumns.readList(row.getString("fired")),
                                JsonColumns.readDropped(row.getString("dropped"))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what led to a customer's decisions could not be read", e);
        }
    }

    public Map<String, Long> counts(Run run) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select kind, count(*) from decision where run_id = ? and occasion_id is null group by kind")) {
            select.setLong(1, run.id());
            return counts(select);
        } catch (SQLException e) {
            throw new IllegalStateException("the decisions could not be counted", e);
        }
    }

    public Map<CustomerId, Long> counts(Run run, Collection<CustomerId> customers) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select d.customer_id, count(*) "
                        + "from unnest(?) as wanted (id) join decision d on d.customer_id = wanted.id and d.run_id = ? "
                        + "where d.occasion_id is null group by d.customer_id")) {
            select.setArray(1, Ids.array(connection, customers));
            select.setLong(2, run.id());
            Map<CustomerId, Long> counts = new HashMap<>();
            counts(select).forEach((customer, count) -> counts.put(new CustomerId(customer), count));
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("the customers' decisions could not be counted", e);
        }
    }

    private static Map<String, Long> counts(PreparedStatement select) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }

    /** As a list in a statement: whoever waits to be told has not been won by it. */
    private static String transactional() {
        return Arrays.stream(Kind.values())
                .filter(Kind::transactional)
                .map(kind -> "'" + Case.label(kind) + "'")
                .collect(Collectors.joining(", "));
    }

    /**
     * How neighbours were reached, transactional messages aside, by decisions made after one instant and before another, neither included; so that
     * a run does not take its own decisions, or those of another run as of the same instant, for past contacts. What an
     * occasion decided after the first instant counts always.
     *
     * @param alsoOf a run whose decisions count even if they are as of the second instant
     */
    public Map<CustomerId, List<Contact>> contacts(
            CustomerSpan customers, Instant after, Instant before, Optional<Run> alsoOf) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CONTACTS)) {
            select.setString(1, customers.first().value());
            select.setString(2, customers.last().value());
            select.setObject(3, after.atOffset(ZoneOffset.UTC));
            select.setObject(4, before.atOffset(ZoneOffset.UTC));
            select.setLong(5, alsoOf.map(Run::id).orElse(NO_RUN));
            Map<CustomerId, List<Contact>> contacts = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    contacts.computeIfAbsent(new CustomerId(row.getString(1)), id -> new ArrayList<>())
                            .add(new Contact(
                                    Channel.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                                    row.getTimestamp(3).toInstant()));
                }
            }
            return contacts;
        } catch (SQLException e) {
            throw new IllegalStateException("the customers' past contacts could not be read", e);
        }
    }
}
