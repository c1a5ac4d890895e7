package perennial.activity.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.activity.Shop.Settings;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;

/**
 * The stored settings of the shop. Within a transaction they are read once, since nearly everything that is done in one
 * asks for them again.
 */
@Dependent
public class ShopRow {
    private static final String SELECT =
            "select name, currency, zone, sample, simulated, consent_assumed, historic, as_of from shop where id = 1";
    private static final String UPDATE = "update shop set name = ?, currency = ?, zone = ?, sample = ?, simulated = ?, "
            + "consent_assumed = ?, historic = ?, as_of = ? where id = 1";
    private static final String INSERT = "insert into shop "
            + "(name, currency, zone, sample, simulated, consent_assumed, historic, as_of, id) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, 1)";

    private final Database database;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private @Nullable TransactionSynchronizationRegistry transaction;

    @Inject
    public ShopRow(Database database) {
        this.database = database;
    }

    public Optional<Settings> read() {
        Optional<Settings> known = withinTransaction().map(within -> (Settings) within.getResource(ShopRow.class));
        return known.or(() -> {
            Optional<Settings> stored = stored();
            stored.ifPresent(this::keepInMind);
            return stored;
        });
    }

    private void keepInMind(Settings settings) {
        withinTransaction().ifPresent(within -> within.putResource(ShopRow.class, settings));
    }

    private Optional<TransactionSynchronizationRegistry> withinTransaction() {
        return Optional.ofNullable(transaction)
                .filter(registry -> registry.getTransactionStatus() == Status.STATUS_ACTIVE);
    }

    private Optional<Settings> stored() {
        return database.with(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SELECT);
                    ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(settings(row)) : Optional.empty();
            }
        });
    }

    private static Settings settings(ResultSet row) throws SQLException {
        return new Settings(
                row.getString(1),
                Currency.getInstance(row.getString(2)),
                ZoneId.of(row.getString(3)),
                Columns.text(row, 4),
                row.getBoolean(5),
                row.getBoolean(6),
                row.getBoolean(7),
                Columns.optionalInstant(row, 8));
    }

    /** The settings of a shop that must be open by now. */
    public Settings opened() {
        return read().orElseThrow(() -> new ConflictException(
                new Words("the shop has not been opened", "店铺尚未开通"),
                new Words("give its name, currency and zone first, then import orders", "请先给出店铺的名称、货币和时区，再导入订单")));
    }

    public void write(Settings settings) {
        database.with(connection -> {
            try (PreparedStatement update = connection.prepareStatement(UPDATE);
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                return put(update, settings) == 1 ? 1 : put(insert, settings);
            }
        });
        keepInMind(settings);
    }

    private static int put(PreparedStatement statement, Settings settings) throws SQLException {
        statement.setString(1, settings.name());
        statement.setString(2, settings.currency().getCurrencyCode());
        statement.setString(3, settings.zone().getId());
        Columns.set(statement, 4, settings.sample());
        statement.setBoolean(5, settings.simulated());
        statement.setBoolean(6, settings.consentAssumed());
        statement.setBoolean(7, settings.historic());
        Columns.setInstant(statement, 8, settings.asOf());
        return statement.executeUpdate();
    }
}
