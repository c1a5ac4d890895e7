package perennial.console.rules;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.console.shell.Format;
import perennial.console.shell.Notices;
import perennial.decisions.RuleDrafts;
import perennial.decisions.RuleVersions;
import perennial.decisions.RuleVersions.Change;
import perennial.decisions.RuleVersions.State;
import perennial.decisions.RuleVersions.Version;

/** A version before somebody who decides about it: its differences, and the word that puts it in force. */
@Named
@ViewScoped
public class ProposalPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private RuleVersions versions;

    @Inject
    private RuleDrafts drafts;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Format format;

    private transient @Nullable Version seen;
    private transient @Nullable List<Change> changes;
    private long id;
    private @Nullable String from;
    private @Nullable String comment;

    /** As it was when the page was shown: people decide about what they saw. */
    public Version getVersion() {
        Version known = Objects.requireNonNullElseGet(seen, () -> versions.find(id));
        seen = known;
        return known;
    }

    public List<Change> getChanges() {
        List<Change> known = Objects.requireNonNullElseGet(changes, () -> versions.changes(id));
        changes = known;
        return known;
    }

    public List<Difference.Line> lines(Change change) {
        return Difference.of(change);
    }

    public boolean isOpen() {
        return getVersion().state() == State.PROPOSED;
    }

    public boolean isScheduled() {
        return getVersion().state() == State.SCHEDULED;
    }

    /** Whether the visitor had a hand in it, so that another person approves it. */
    public boolean isOwn() {
        return getVersion().isBy(visitor.getName());
    }

    public void approve() {
        decide("approved", () -> drafts.approve(id, due(), Keeper.remark(visitor, comment)));
    }

    public void reject() {
        decide("rejected", () -> drafts.reject(id, Keeper.remark(visitor, comment)));
    }

    private void decide(String told, Runnable deed) {
        visitor.need(Role.ANALYST);
        try {
            if (notices.trying(deed)) {
                notices.done(ProposalPage.class, told);
                notices.goTo("/rules");
            }
        } catch (DateTimeException e) {
            notices.failed(ProposalPage.class, "from.wrong");
        }
    }

    /** In the zone of the shop. */
    private Optional<Instant> due() {
        return Optional.ofNullable(from)
                .map(told -> LocalDateTime.parse(told).atZone(format.zone()).toInstant());
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }
}
