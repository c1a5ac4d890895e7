package perennial.decisions.ejb;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import perennial.decisions.RuleVersions.Deed;
import perennial.decisions.RuleVersions.InForce;
import perennial.decisions.RuleVersions.Person;
import perennial.decisions.RuleVersions.Remark;
import perennial.decisions.RuleVersions.State;
import perennial.decisions.RuleVersions.Version;
import perennial.decisions.ejb.Succession.Heir;
import perennial.decisions.jpa.InForceRows;
import perennial.decisions.jpa.RuleVersionRows;
import perennial.decisions.model.Names;
import perennial.decisions.model.Standing;
import perennial.kernel.Act;
import perennial.kernel.Words;
import perennial.ruleengine.RuleBook;
import perennial.rules.RuleSource;
import perennial.rules.ShippedRules;

/** What comes in force without a person at that moment: the rules of the product, and versions whose time has come. */
@Stateless
@LocalBean
public class GoingLive {
    private static final Person SYSTEM = new Person(Act.SYSTEM, true, true);

    private RuleVersionRows rows;

    private InForceRows standings;

    private Succession succession;

    /** Of the proxy that the container puts before the bean; it never works. */
    @SuppressWarnings("NullAway.Init")
    protected GoingLive() {}

    @Inject
    public GoingLive(RuleVersionRows rows, InForceRows standings, Succession succession) {
        this.rows = rows;
        this.standings = standings;
        this.succession = succession;
    }

    /** The rules that came with the product, as long as nobody has put rules of their own in force. */
    public void ship() {
        List<RuleSource> files = ShippedRules.sources();
        String book = RuleBook.versionOf(files);
        if (isToBeShipped(book)) {
            long turn = succession.begin();
            if (isToBeShipped(book)) {
                ship(files, book, turn);
            }
        }
    }

    private void ship(List<RuleSource> files, String book, long turn) {
        Optional<InForce> before = standings.inForce().map(Standing::inForce);
        Set<String> stopped = before.map(InForce::stopped).orElse(Set.of());
        String name = stopped.isEmpty()
                ? book
                : RuleBook.compile(files, Names::of, stopped).version();
        long id = rows.add(before.map(InForce::version), "Perennial", State.RETIRED, book, files);
        rows.note(id, turn, new Deed(Deed.Kind.SHIPPED, succession.now(), Act.SYSTEM, new Words("", "")));
        standings.putInForce(new Standing(turn, new InForce(id, stopped, name, succession.now(), Act.SYSTEM)));
    }

    private boolean isToBeShipped(String book) {
        Optional<Version> live = standings
                .inForce()
                .flatMap(standing -> rows.find(standing.inForce().version()));
        boolean isOwn = live.filter(version -> version.last().kind() != Deed.Kind.SHIPPED)
                .isPresent();
        return !isOwn && live.filter(version -> version.book().equals(book)).isEmpty();
    }

    /** Scheduled versions whose time has come; one that was overtaken goes back to its author. */
    public void putDueInForce() {
        rows.all().stream()
                .filter(version -> version.state() == State.SCHEDULED)
                .filter(version -> version.due()
                        .filter(at -> !at.isAfter(succession.now()))
                        .isPresent())
                .forEach(this::putInForce);
    }

    private void putInForce(Version due) {
        Remark remark = new Remark(SYSTEM, "");
        boolean isNewest = due.base()
                .filter(base -> base == succession.inForce().version())
                .isPresent();
        if (isNewest) {
            Heir heir = succession.prepare(due.id());
            long turn = succession.begin();
            succession.put(heir, turn, Act.SYSTEM);
            succession.note(due.id(), turn, Deed.Kind.WENT_LIVE, "rules.went-live", remark);
        } else {
            long turn = succession.begin();
            rows.state(due.id(), State.REJECTED, Optional.empty());
            succession.note(
                    due.id(),
                    turn,
                    new Deed(
                            Deed.Kind.REJECTED,
                            succession.now(),
                            Act.SYSTEM,
                            new Words("another version went live before its time", "在其生效时间之前已有另一版本生效")));
            succession.tell(Act.SYSTEM, "rules.rejected", Long.toString(due.id()));
        }
    }
}
