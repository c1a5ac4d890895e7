package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.Ledger.Month;
import perennial.activity.Ledger.Totals;
import perennial.kernel.Money;

/** Sums over the stored purchases, cancellations and costs. */
@Dependent
public class LedgerSums {
    private static final String PURCHASES = """
            select count(distinct customer_id), count(*), coalesce(sum(lines), 0), coalesce(sum(amount), 0) from (
              select p.customer_id, count(*) as lines, sum(l.amount) as amount
              from purchase p join purchase_line l on l.purchase_id = p.id
              where p.placed_at >= ? and p.placed_at < ? group by p.id, p.customer_id) as orders
            """;
    private static final String CANCELLATIONS = """
            select count(*), coalesce(sum(amount), 0) from cancellation where cancelled_at >= ? and cancelled_at < ?
            """;
    private static final String NEW_BUYERS = """
            select count(*) from (select min(placed_at) as first_at from purchase group by customer_id) as buyers
            where first_at >= ? and first_at < ?
            """;
    private static final String CUSTOMERS = "select count(*) from customer where first_seen is null or first_seen < ?";
    private static final String MEDIAN_ORDER = """
            select percentile_cont(0.5) within group (order by amount) from (
              select sum(l.amount) as amount from purchase p join purchase_line l on l.purchase_id = p.id
              where p.placed_at < ? group by p.id) as orders
            """;
    private static final String UNITS_SOLD = """
            select l.sku, sum(l.quantity) from purchase p join purchase_line l on l.purchase_id = p.id
            where p.placed_at >= ? and p.placed_at < ? group by l.sku
            """;
    private static final String COSTS = """
            select period_from, period_to, kind, channel, amount from cost
            where period_from <= ? and period_to >= ? order by period_from, kind, channel
            """;
    /** The zone is set twice: a database can't know that two parameters are the same. */
    private static final String MONTHS = """
            select in_year, in_month, count(*), count(distinct customer_id), sum(amount) from (
              select extract(year from placed_at at time zone cast(? as varchar)) as in_year,
                extract(month from placed_at at time zone cast(? as varchar)) as in_month, customer_id, amount
              from (
                select p.placed_at, p.customer_id, sum(l.amount) as amount
                from purchase p join purchase_line l on l.purchase_id = p.id where p.placed_at < ?
                group by p.id, p.placed_at, p.customer_id) as orders) as dated
            group by in_year, in_month order by in_year, in_month
            """;

    private static final String LATEST = """
            select max(at) from (
              select max(placed_at) as at from purchase
              union all select max(cancelled_at) from cancellation
              union all select max(happened_at) from customer_event) as latest
            """;
    private static final String FIRST_PURCHASE = "select min(placed_at) from purchase";

    private final Database database;

    @Inject
    public LedgerSums(Database database) {
        this.database = database;
    }

    /** A cost as it was told: for the days from the first, included, to the last, excluded. */
    public record Booked(LocalDate from, LocalDate to, String kind, Optional<String> channel, long amountMinor) {}

    public Totals totals(Instant from, Instant to, Currency currency) {
        return database.with(connection -> {
            long customers = count(connection, CUSTOMERS, to);
            long newBuyers = count(connection, NEW_BUYERS, from, to);
            try (PreparedStatement purchases = between(connection, PURCHASES, from, to);
                    PreparedStatement cancellations = between(connection, CANCELLATIONS, from, to);
                    ResultSet bought = purchases.executeQuery();
                    ResultSet cancelled = cancellations.executeQuery()) {
                bought.next();
                cancelled.next();
                return new Totals(
                        customers,
                        bought.getLong(1),
                        newBuyers,
                        bought.getLong(2),
                        bought.getLong(3),
                        new Money(bought.getLong(4), currency),
                        cancelled.getLong(1),
                        new Money(cancelled.getLong(2), currency));
            }
        });
    }

    public Optional<Money> medianOrder(Instant cut, Currency currency) {
        return database.with(connection -> {
            try (PreparedStatement query = between(connection, MEDIAN_ORDER, cut);
                    ResultSet rows = query.executeQuery()) {
                rows.next();
                double median = rows.getDouble(1);
                return rows.wasNull() ? Optional.empty() : Optional.of(new Money(Math.round(median), currency));
            }
        });
    }

    public Map<String, Long> unitsSold(Instant from, Instant to) {
        return database.with(connection -> {
            try (PreparedStatement query = between(connection, UNITS_SOLD, from, to);
                    ResultSet rows = query.executeQuery()) {
                Map<String, Long> sold = new HashMap<>();
                while (rows.next()) {
                    sold.put(rows.getString(1), rows.getLong(2));
                }
                return sold;
            }
        });
    }

    /** The costs whose period touches the days from the first to the last, both included. */
    public List<Booked> costs(LocalDate first, LocalDate last) {
        return database.with(connection -> {
            try (PreparedStatement query = connection.prepareStatement(COSTS)) {
                query.setObject(1, last);
                query.setObject(2, first);
                try (ResultSet rows = query.executeQuery()) {
                    List<Booked> costs = new ArrayList<>();
                    while (rows.next()) {
                        costs.add(new Booked(
                                rows.getObject(1, LocalDate.class),
                                rows.getObject(2, LocalDate.class),
                                rows.getString(3),
                                Columns.text(rows, 4).filter(channel -> !channel.isEmpty()),
                                rows.getLong(5)));
                    }
                    return costs;
                }
            }
        });
    }

    public List<Month> months(Instant cut, ZoneId zone, Currency currency) {
        return database.with(connection -> {
            try (PreparedStatement query = connection.prepareStatement(MONTHS)) {
                query.setString(1, zone.getId());
                query.setString(2, zone.getId());
                Columns.set(query, 3, cut);
                try (ResultSet rows = query.executeQuery()) {
                    List<Month> months = new ArrayList<>();
                    while (rows.next()) {
                        YearMonth month = YearMonth.of(rows.getInt(1), rows.getInt(2));
                        Money sales = new Money(rows.getLong(5), currency);
                        months.add(new Month(month, rows.getLong(3), rows.getLong(4), sales));
                    }
                    return months;
                }
            }
        });
    }

    /** The last instant at which anything happened. */
    public Optional<Instant> latest() {
        return instant(LATEST);
    }

    public Optional<Instant> firstPurchase() {
        return instant(FIRST_PURCHASE);
    }

    private Optional<Instant> instant(String query) {
        return database.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Columns.optionalInstant(rows, 1);
            }
        });
    }

    private static long count(Connection connection, String query, Instant... between) throws SQLException {
        try (PreparedStatement statement = between(connection, query, between);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static PreparedStatement between(Connection connection, String query, Instant... instants)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        for (int i = 0; i < instants.length; i++) {
            Columns.set(statement, i + 1, instants[i]);
        }
        return statement;
    }
}
