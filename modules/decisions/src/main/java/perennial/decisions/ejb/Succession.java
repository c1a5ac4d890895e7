package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import perennial.decisions.RuleVersions.Deed;
import perennial.decisions.RuleVersions.InForce;
import perennial.decisions.RuleVersions.Remark;
import perennial.decisions.ejb.RuleBooks.Succeeded;
import perennial.decisions.jpa.InForceRows;
import perennial.decisions.jpa.RuleVersionRows;
import perennial.decisions.model.Mandate;
import perennial.decisions.model.Standing;
import perennial.kernel.Act;
import perennial.kernel.Words;
import perennial.ruleengine.RuleBook;

/**
 * How one book comes after another: it is prepared first, which takes its time, and then put in force within a turn if
 * nothing else came in force meanwhile.
 */
@ApplicationScoped
public class Succession {
    private RuleVersionRows rows;

    private InForceRows standings;

    private RuleBooks books;

    private Event<Object> events;

    private Clock clock;

    /** Of the proxy that the container puts before the bean; it never works. */
    @SuppressWarnings("NullAway.Init")
    protected Succession() {}

    @Inject
    Succession(RuleVersionRows rows, InForceRows standings, RuleBooks books, Event<Object> events) {
        this(rows, standings, books, events, Clock.systemUTC());
    }

    Succession(RuleVersionRows rows, InForceRows standings, RuleBooks books, Event<Object> events, Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.books = books;
        this.events = events;
        this.clock = clock;
    }

    /** @param after the number of what was in force when it was prepared */
    record Heir(long after, long version, Set<String> stopped, RuleBook book) {}

    InForce inForce() {
        return standing().inForce();
    }

    private Standing standing() {
        return standings.inForce().orElseThrow(() -> new IllegalStateException("no rules are in force"));
    }

    /** A version with the rules stopped that are stopped now. */
    Heir prepare(long version) {
        return prepare(version, inForce().stopped());
    }

    Heir prepare(long version, Set<String> stopped) {
        long after = standing().number();
        return new Heir(after, version, stopped, books.prepare(version, stopped));
    }

    /** Who comes next waits until the transaction has ended. */
    long begin() {
        return standings.begin();
    }

    /** @param turn that has begun */
    void put(Heir heir, long turn, String actor) {
        if (standing().number() != heir.after()) {
            throw Mandate.overtaken();
        }
        standings.putInForce(new Standing(
                turn, new InForce(heir.version(), heir.stopped(), heir.book().version(), now(), actor)));
        events.fire(new Succeeded(turn, heir.book()));
    }

    /** Writes down what was done with a version; the audit trail keeps it too. */
    void note(long version, long turn, Deed.Kind kind, String act, Remark remark) {
        note(version, turn, new Deed(kind, now(), remark.by().name(), new Words(remark.text(), remark.text())));
        tell(remark.by().name(), act, Long.toString(version));
    }

    void note(long version, long turn, Deed deed) {
        rows.note(version, turn, deed);
    }

    void tell(String actor, String act, String subject) {
        events.fire(new Act(actor, act, subject));
    }

    /** To the microsecond, as it is read back. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
