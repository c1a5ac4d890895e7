package perennial.decisions.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.analytics.history.Purchase;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.Decisions.Trace;
import perennial.decisions.LiveDecisions.Answer;
import perennial.decisions.Moment;
import perennial.decisions.model.Case;
import perennial.decisions.model.Case.Chosen;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.kernel.UnavailableException;
import perennial.kernel.Words;

/** What occasions brought: the case, its decisions, the order that was told, and whose turn it is. */
@ApplicationScoped
public class OccasionRows {
    private static final int SLOTS = 64;
    private static final int WAITS = 15;
    private static final String LOCK_TIMEOUT = "HYT00";
    private static final String DEADLOCK = "40001";
    private static final String[] KEY = {"id"};
    private static final String INSERT = "insert into decision_occasion "
            + "(run_id, customer_id, moment, decided_at, inputs, fired, dropped, versions, contacts, budget_left) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_ORDER =
            "insert into occasion_order (occasion_id, customer_id, order_id, placed_at, "
                    + "amount, coupon, payment_country, shipping_country) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ORDERS =
            "select order_id, placed_at, amount, coupon, payment_country, shipping_country "
                    + "from occasion_order where customer_id = ? and placed_at >= ? order by occasion_id desc";
    private static final String DECISIONS = DecisionRows.SELECT + " where d.occasion_id = ? order by d.id";
    private static final String LATEST =
            DecisionRows.SELECT + " where d.customer_id = ? and d.occasion_id is not null order by d.id desc limit ?";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected OccasionRows() {}

    public OccasionRows(DataSource database) {
        this.database = database;
    }

    /**
     * Waits until no other transaction decides for the customer; the turn ends with this one. PostgreSQL waits as long as
     * it takes, H2 two seconds at a time.
     *
     * @throws UnavailableException if the turn does not come in half a minute
     */
    public void takeTurn(CustomerId customer) {
        int slot = Math.floorMod(customer.value().hashCode(), SLOTS);
        held("select slot from decision_turn where slot = ? for update", slot);
    }

    /** The number in the row that is held from now on; empty where there is no such row. */
    private Optional<Long> held(String sql, long key) {
        for (int wait = 1; ; wait++) {
            try (Connection connection = database.getConnection()) {
                return read(connection, sql, key);
            } catch (SQLException e) {
                if (!LOCK_TIMEOUT.equals(e.getSQLState())) {
                    throw DEADLOCK.equals(e.getSQLState())
                            ? crowded(e)
                            : new IllegalStateException("the turn to decide could not be taken", e);
                }
                if (wait == WAITS) {
                    throw crowded(e);
                }
            }
        }
    }

    private static UnavailableException crowded(SQLException cause) {
        return new UnavailableException(
                new Words("too many decisions wait for each other", "等待中的决策过多"),
                new Words("send the same call again later", "请稍后重发同一请求"),
                cause);
    }

    /** What is left of the run's budget, held until the transaction ends; empty where nothing limits it. */
    public Optional<Long> budgetLeft(Run run) {
        return held(
                "select budget_left from decision_run where run_id = ? and budget_left is not null for update",
                run.id());
    }

    /** Whether a budget limits the run, which is settled when it decides. */
    public boolean isLimited(Run run) {
        try (Connection connection = database.getConnection()) {
            return read(
                            connection,
                            "select budget_left from decision_run where run_id = ? and budget_left is not null",
                            run.id())
                    .isPresent();
        } catch (SQLException e) {
            throw new IllegalStateException("the run's budget could not be read", e);
        }
    }

    private static Optional<Long> read(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /** Where the run's budget is limited, notes what is left of it. */
    public void keepBudget(Run run, long left) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update decision_run set budget_left = ? where run_id = ? and budget_left is not null")) {
            update.setLong(1, left);
            update.setLong(2, run.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the run's budget could not be kept", e);
        }
    }

    /** @return as {@link #find} will tell it */
    public Answer add(Run run, Moment moment, Instant at, Map<String, String> versions, Case decided) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT, KEY);
                PreparedStatement decisions = connection.prepareStatement(DecisionRows.INSERT, KEY)) {
            insert.setLong(1, run.id());
            insert.setString(2, decided.customer().value());
            insert.setString(3, moment.name());
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.setString(5, JsonColumns.write(decided.inputs()));
            insert.setString(6, JsonColumns.write(decided.fired()));
            insert.setString(7, JsonColumns.writeDropped(decided.dropped()));
            insert.setString(8, JsonColumns.write(versions));
            DecisionRows.setGiven(insert, 9, decided.given());
            insert.executeUpdate();
            long id = keys(insert).get(0);
            for (Chosen chosen : decided.chosen()) {
                DecisionRows.addDecision(decisions, run, at, Optional.of(id), decided.customer(), chosen);
            }
            decisions.executeBatch();
            return new Answer(
                    id,
                    decided.customer(),
                    moment,
                    run.id(),
                    at,
                    told(keys(decisions), moment, at, versions, decided),
                    new Trace(decided.inputs(), decided.fired(), decided.dropped()));
        } catch (SQLException e) {
            throw new IllegalStateException("the decisions could not be stored", e);
        }
    }

    private static List<Long> keys(PreparedStatement insert) throws SQLException {
        List<Long> all = new ArrayList<>();
        try (ResultSet keys = insert.getGeneratedKeys()) {
            while (keys.next()) {
                all.add(keys.getLong(1));
            }
        }
        return all;
    }

    private static List<Decision> told(
            List<Long> ids, Moment moment, Instant at, Map<String, String> versions, Case decided) {
        List<Decision> decisions = new ArrayList<>();
        for (Chosen chosen : decided.chosen()) {
            decisions.add(new Decision(
                    ids.get(decisions.size()),
                    decided.customer(),
                    at,
                    moment.label(),
                    chosen.kind(),
                    chosen.action(),
                    chosen.rules(),
                    decided.inputs(),
                    versions,
                    chosen.caps(),
                    chosen.reason()));
        }
        return decisions;
    }

    /** Keeps an order that was told, if it has a number by which it can be known again. */
    public void addOrder(long occasion, CustomerId customer, Purchase order) {
        if (order.order().isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT_ORDER)) {
            insert.setLong(1, occasion);
            insert.setString(2, customer.value());
            insert.setString(3, order.order());
            insert.setObject(4, order.at().atOffset(ZoneOffset.UTC));
            insert.setLong(5, order.amountMinor());
            insert.setString(6, order.coupon().orElse(null));
            insert.setString(7, order.paymentCountry().orElse(null));
            insert.setString(8, order.shippingCountry().orElse(null));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the order that was told could not be kept", e);
        }
    }

    /** The orders that occasions told of a customer since an instant; of two words for one the later first. */
    public List<Purchase> orders(CustomerId customer, Instant since) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ORDERS)) {
            select.setString(1, customer.value());
            select.setObject(2, since.atOffset(ZoneOffset.UTC));
            List<Purchase> orders = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    orders.add(order(row));
                }
            }
            return orders;
        } catch (SQLException e) {
            throw new IllegalStateException("the orders that were told could not be read", e);
        }
    }

    private static Purchase order(ResultSet row) throws SQLException {
        return new Purchase(
                row.getString("order_id"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                List.of(new Purchase.Line("", Optional.empty(), 1, row.getLong("amount"))),
                Optional.empty(),
                Optional.ofNullable(row.getString("coupon")),
                Optional.ofNullable(row.getString("payment_country")),
                Optional.ofNullable(row.getString("shipping_country")));
    }

    public Optional<Answer> find(long id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select * from decision_occasion where id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(answer(connection, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the occasion could not be read", e);
        }
    }

    private static Answer answer(Connection connection, ResultSet row) throws SQLException {
        try (PreparedStatement decisions = connection.prepareStatement(DECISIONS)) {
            decisions.setLong(1, row.getLong("id"));
            return new Answer(
                    row.getLong("id"),
                    new CustomerId(row.getString("customer_id")),
                    Moment.valueOf(row.getString("moment")),
                    row.getLong("run_id"),
                    row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                    DecisionRows.read(decisions),
                    new Trace(
                            JsonColumns.readMap(row.getString("inputs")),
                            JsonColumns.readList(row.getString("fired")),
                            JsonColumns.readDropped(row.getString("dropped"))));
        }
    }

    /** By the highest number, which costs the same however many there are. */
    public long count() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select coalesce(max(id), 0) from decision_occasion");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the occasions could not be counted", e);
        }
    }

    public List<Decision> latest(CustomerId customer, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setString(1, customer.value());
            select.setInt(2, limit);
            return DecisionRows.read(select);
        } catch (SQLException e) {
            throw new IllegalStateException("the customer's latest decisions could not be read", e);
        }
    }
}
