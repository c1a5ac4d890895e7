package perennial.decisions.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.model.Case;
import perennial.decisions.model.Case.Chosen;
import perennial.decisions.model.Past;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.ruleengine.Outcome.Given;
import perennial.storage.Statements;

/**
 * What was decided with all that led there, as it takes to decide it again. Of runs that are too old only the contacts are
 * kept, so they are not among it.
 */
@ApplicationScoped
public class PastRows {
    private static final String OCCASION = "select o.customer_id, o.decided_at, o.inputs, o.fired, o.dropped, "
            + "o.contacts, o.budget_left, o.versions from decision_occasion o "
            + "join decision_run r on r.run_id = o.run_id where o.id = ?";
    private static final String WEEKLY =
            "select c.customer_id, c.inputs, c.fired, c.dropped, c.contacts, c.budget_left, "
                    + "r.versions from decision_case c join decision_run r on r.run_id = c.run_id "
                    + "where c.run_id = ? and c.customer_id = ?";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected PastRows() {}

    public PastRows(DataSource database) {
        this.database = database;
    }

    private Statements statements() {
        return new Statements(database, "decisions of the past");
    }

    public Optional<Past> ofOccasion(long id) {
        return statements()
                .one(
                        OCCASION,
                        id,
                        row -> past(
                                row,
                                row.getObject("decided_at", OffsetDateTime.class)
                                        .toInstant(),
                                new OccasionRows(database)
                                        .find(id)
                                        .orElseThrow()
                                        .decisions()));
    }

    /** Empty where no rule fired. */
    public Optional<Past> of(Run run, CustomerId customer) {
        return statements()
                .all(
                        WEEKLY,
                        select -> {
                            select.setLong(1, run.id());
                            select.setString(2, customer.value());
                        },
                        row -> past(row, run.asOf(), new DecisionRows(database).of(run, customer)))
                .stream()
                .findFirst();
    }

    private static Past past(ResultSet row, Instant at, List<Decision> decisions) throws SQLException {
        Long budget = row.getObject("budget_left", Long.class);
        Given given = new Given(
                JsonColumns.readContacts(Optional.ofNullable(row.getString("contacts"))),
                budget == null ? OptionalLong.empty() : OptionalLong.of(budget));
        return new Past(
                new Case(
                        new CustomerId(row.getString("customer_id")),
                        JsonColumns.readMap(row.getString("inputs")),
                        JsonColumns.readList(row.getString("fired")),
                        decisions.stream().map(PastRows::chosen).toList(),
                        JsonColumns.readDropped(row.getString("dropped")),
                        given),
                at,
                JsonColumns.readMap(row.getString("versions")));
    }

    private static Chosen chosen(Decision decision) {
        return new Chosen(decision.kind(), decision.action(), decision.rules(), decision.caps(), decision.reason());
    }
}
