package perennial.decisions.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import perennial.decisions.Decisions.RuleUse;
import perennial.decisions.RuleEffects.Source;
import perennial.decisions.RuleSimulations.Gain;
import perennial.decisions.RuleSimulations.Purse;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** What the decisions of each run rest on, and how often its rules fired. */
@ApplicationScoped
public class RuleUses {
    private static final String INSERT_RUN =
            "insert into decision_run (run_id, rules_version, versions, note_en, note_zh, budget_left) values (?, ?, ?, ?, ?, ?)";

    private static final String INSERT_RULE =
            "insert into rule_use (run_id, rule, fired, decided, without_effect, cost, gain, gain_lower, gain_upper, "
                    + "gain_source, currency) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected RuleUses() {}

    public RuleUses(DataSource database) {
        this.database = database;
    }

    public void forget(Run run) {
        delete("run_id = ?", run.id());
    }

    public void forgetBefore(long oldestKept) {
        delete("run_id < ?", oldestKept);
    }

    private void delete(String where, long run) {
        try (Connection connection = database.getConnection()) {
            for (String table : List.of("rule_use", "decision_run")) {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where " + where)) {
                    delete.setLong(1, run);
                    delete.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the run's earlier use of rules could not be dropped", e);
        }
    }

    /**
     * @param versions of everything that a decision of the run rests on, by its name
     * @param budgetLeft in minor units; empty where nothing limits it
     */
    public void add(Run run, Map<String, String> versions, OptionalLong budgetLeft, RuleUse use) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT_RUN);
                PreparedStatement rules = connection.prepareStatement(INSERT_RULE)) {
            insert.setLong(1, run.id());
            insert.setString(2, use.version());
            insert.setString(3, JsonColumns.write(versions));
            insert.setString(4, use.note().map(Words::english).orElse(null));
            insert.setString(5, use.note().map(Words::chinese).orElse(null));
            insert.setObject(6, budgetLeft.isPresent() ? budgetLeft.getAsLong() : null, Types.BIGINT);
            insert.executeUpdate();
            for (Map.Entry<String, Long> rule : use.fired().entrySet()) {
                rules.setLong(1, run.id());
                rules.setString(2, rule.getKey());
                rules.setLong(3, rule.getValue());
                fill(rules, Optional.ofNullable(use.money().get(rule.getKey())));
                rules.addBatch();
            }
            rules.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the use of the rules could not be stored", e);
        }
    }

    private static void fill(PreparedStatement insert, Optional<Purse> purse) throws SQLException {
        Optional<Gain> gain = purse.flatMap(Purse::gain);
        insert.setObject(4, purse.map(Purse::decisions).orElse(null), Types.BIGINT);
        insert.setObject(5, purse.map(Purse::unknown).orElse(null), Types.BIGINT);
        insert.setObject(6, purse.map(one -> one.cost().minor()).orElse(null), Types.BIGINT);
        insert.setObject(7, gain.map(one -> one.expected().minor()).orElse(null), Types.BIGINT);
        insert.setObject(8, gain.map(one -> one.lower().minor()).orElse(null), Types.BIGINT);
        insert.setObject(9, gain.map(one -> one.upper().minor()).orElse(null), Types.BIGINT);
        insert.setString(10, gain.map(one -> one.source().name()).orElse(null));
        insert.setString(
                11, purse.map(one -> one.cost().currency().getCurrencyCode()).orElse(null));
    }

    /** Empty where the run has not decided. */
    public Optional<RuleUse> of(Run run) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select rules_version, note_en, note_zh from decision_run where run_id = ?")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String chinese = row.getString("note_zh");
                Optional<Words> note =
                        Optional.ofNullable(row.getString("note_en")).map(english -> new Words(english, chinese));
                return Optional.of(new RuleUse(
                        row.getString("rules_version"), fired(connection, run), money(connection, run), note));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the use of the rules could not be read", e);
        }
    }

    private static Map<String, Long> fired(Connection connection, Run run) throws SQLException {
        Map<String, Long> fired = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select rule, fired from rule_use where run_id = ?")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    fired.put(row.getString("rule"), row.getLong("fired"));
                }
            }
        }
        return fired;
    }

    private static Map<String, Purse> money(Connection connection, Run run) throws SQLException {
        Map<String, Purse> money = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select * from rule_use where run_id = ? and decided is not null")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    money.put(row.getString("rule"), purse(row));
                }
            }
        }
        return money;
    }

    private static Purse purse(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        String source = row.getString("gain_source");
        Optional<Gain> gain = source == null
                ? Optional.empty()
                : Optional.of(new Gain(
                        new Money(row.getLong("gain"), currency),
                        new Money(row.getLong("gain_lower"), currency),
                        new Money(row.getLong("gain_upper"), currency),
                        Source.valueOf(source)));
        return new Purse(
                row.getLong("decided"), new Money(row.getLong("cost"), currency), gain, row.getLong("without_effect"));
    }
}
