package perennial.value.jpa;

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
import java.util.Optional;
import javax.sql.DataSource;
import perennial.kernel.Words;
import perennial.value.ValueModels.Cause;
import perennial.value.ValueModels.Choice;

/** The choices of the purchase model, and the wishes for one. */
@ApplicationScoped
public class ChoiceRows {
    private static final String SELECT = "select * from value_choice where ";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected ChoiceRows() {}

    public ChoiceRows(DataSource database) {
        this.database = database;
    }

    /** The latest choice that is as of no later than the instant; a run that is done again sees no later one. */
    public Optional<Choice> latest(Instant asOf) {
        String sql = SELECT + "as_of <= ? order by id desc limit 1";
        return find(sql, select -> select.setObject(1, asOf.atOffset(ZoneOffset.UTC)));
    }

    public Optional<Choice> of(long id) {
        return find(SELECT + "id = ?", select -> select.setLong(1, id));
    }

    /** The last choice that was made before the one of that number. */
    public Optional<Choice> before(long id) {
        return find(SELECT + "id < ? order by id desc limit 1", select -> select.setLong(1, id));
    }

    private interface Filler {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private Optional<Choice> find(String sql, Filler filler) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            filler.fill(select);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(choice(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the choices of the value model could not be read", e);
        }
    }

    private static Choice choice(ResultSet row) throws SQLException {
        return new Choice(
                row.getLong("id"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                Cause.valueOf(row.getString("cause")),
                Optional.ofNullable(row.getObject("horizon_days", Double.class)),
                row.getBoolean("complete"),
                Optional.ofNullable(row.getString("purchase_model")),
                new Words(row.getString("reason_en"), row.getString("reason_zh")));
    }

    /** Writes how a choice stands, in the place of how it stood. */
    public void write(Choice choice) {
        String update = "update value_choice set complete = ?, purchase_model = ?, reason_en = ?, reason_zh = ? "
                + "where id = ?";
        String insert = "insert into value_choice (complete, purchase_model, reason_en, reason_zh, id, as_of, cause, "
                + "horizon_days) values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(update);
                PreparedStatement add = connection.prepareStatement(insert)) {
            fill(change, choice);
            if (change.executeUpdate() == 0) {
                fill(add, choice);
                add.setObject(6, choice.asOf().atOffset(ZoneOffset.UTC));
                add.setString(7, choice.cause().name());
                add.setObject(8, choice.horizonDays().orElse(null), Types.DOUBLE);
                add.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the choice of the value model could not be stored", e);
        }
    }

    private static void fill(PreparedStatement statement, Choice choice) throws SQLException {
        statement.setBoolean(1, choice.complete());
        statement.setString(2, choice.purchaseModel().orElse(null));
        statement.setString(3, choice.reason().english());
        statement.setString(4, choice.reason().chinese());
        statement.setLong(5, choice.id());
    }

    public void ask(Instant at, String by) {
        change("insert into value_choice_asked (asked_at, asked_by) values (?, ?)", statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, by);
        });
    }

    public boolean isAsked() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select 1 from value_choice_asked");
                ResultSet row = select.executeQuery()) {
            return row.next();
        } catch (SQLException e) {
            throw new IllegalStateException("the wishes for a choice could not be read", e);
        }
    }

    /** A choice that began answers all wishes up to then. */
    public void answer() {
        change("delete from value_choice_asked", statement -> {});
    }

    private void change(String sql, Filler filler) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filler.fill(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a wish for a choice could not be stored", e);
        }
    }
}
