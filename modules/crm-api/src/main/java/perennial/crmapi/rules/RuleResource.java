package perennial.crmapi.rules;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.rules.SimulationView.PurseView;
import perennial.crmapi.wire.Bodies;
import perennial.decisions.Decisions;
import perennial.decisions.Decisions.RuleUse;
import perennial.decisions.RuleVersions;
import perennial.decisions.Rules;
import perennial.decisions.Rules.Problem;
import perennial.decisions.Rules.Rule;
import perennial.overview.Overview;

@Path("rules")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class RuleResource {
    @Inject
    private Rules rules;

    @Inject
    private Decisions decisions;

    @Inject
    private RuleVersions versions;

    @Inject
    private Overview overview;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(
            summary =
                    "The rules in force, with how often each fired in the run in force, and what it is expected to cost and to bring")
    public RuleBookView all() {
        Optional<RuleUse> use = overview.inForce().map(decisions::use);
        return new RuleBookView(
                rules.inForce().stream().map(rule -> RuleView.of(rule, use)).toList(), null);
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsRole(Role.ANALYST)
    @Operation(
            summary = "What keeps a text of rules from living: line, column, what is wrong, the nearest right word",
            description = "Nothing of the text runs, and nothing is kept")
    public CheckView check(@Nullable DraftView draft) {
        DraftView given = Bodies.given(draft);
        return given.table() == null
                ? CheckView.of(rules.check(Bodies.given(given.drl(), "drl")), Optional.empty())
                : CheckView.of(rules.checkTable(given.table()), rules.rulesOf(given.table()));
    }

    @POST
    @Path("rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsRole(Role.ANALYST)
    @Operation(
            summary = "Puts the version on which the live one was written back in force",
            description =
                    "For a marketer, a risk officer, or a role above them. 409 if another version is in force, or "
                            + "there is none before it")
    public void rollBack(@Nullable RuleWayBackView wayBack) {
        RuleWayBackView given = Bodies.given(wayBack);
        versions.rollBack(Bodies.given(given.live(), "live"), Keepers.remark(caller, given.comment()));
    }

    @POST
    @Path("{code}/stop")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsRole(Role.ANALYST)
    @Operation(
            summary = "Keeps one rule from firing, at once and in every version that follows, until the stop is lifted",
            description = "For a marketer, a risk officer, or a role above them. 409 if it is stopped")
    public void stop(@PathParam("code") String code, @Nullable RemarkView remark) {
        versions.stop(code, Keepers.remark(caller, Bodies.given(remark).comment()));
    }

    @POST
    @Path("{code}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsRole(Role.ANALYST)
    @Operation(
            summary = "Lifts the stop of a rule",
            description = "For a marketer, a risk officer, or a role above them. 409 if it is not stopped")
    public void resume(@PathParam("code") String code, @Nullable RemarkView remark) {
        versions.resume(code, Keepers.remark(caller, Bodies.given(remark).comment()));
    }

    /** @param comment why; may be missing */
    public record RemarkView(@Nullable String comment) {}

    /**
     * @param live the version in force that was looked at, so that asking twice goes back once
     * @param comment why; may be missing
     */
    public record RuleWayBackView(
            @Nullable Long live, @Nullable String comment) {}

    /**
     * @param drl the text, as in a file of rules; missing where a table is given
     * @param table of prices or discounts, as CSV
     */
    public record DraftView(@Nullable String drl, @Nullable String table) {}

    /**
     * @param ok whether nothing keeps it from living
     * @param drl the rules that a table stands for; null for rules, and for a table that can't be read
     */
    public record CheckView(
            boolean ok,
            List<ProblemView> problems,
            @Nullable String drl) {
        static CheckView of(List<Problem> problems, Optional<String> drl) {
            return new CheckView(
                    problems.isEmpty(), problems.stream().map(ProblemView::of).toList(), drl.orElse(null));
        }
    }

    /** @param next null: the list is never paged */
    public record RuleBookView(
            List<RuleView> items, @Nullable String next) {}

    /**
     * @param file that it stands in
     * @param owner who answers for it; empty when its author named nobody
     * @param reason what a decision says, with {attribute} where a value goes
     * @param stopped whether somebody keeps it from firing
     * @param fired for how many customers in the run in force; null where that run used rules without it, or none ended
     * @param money of the decisions of that run that name it first; null where none does
     */
    public record RuleView(
            String code,
            String title,
            String titleZh,
            String file,
            String owner,
            String purpose,
            String purposeZh,
            String reason,
            String reasonZh,
            boolean stopped,
            @Nullable Long fired,
            @Nullable PurseView money) {
        static RuleView of(Rule rule, Optional<RuleUse> use) {
            return new RuleView(
                    rule.code(),
                    rule.title().english(),
                    rule.title().chinese(),
                    rule.file(),
                    rule.owner(),
                    rule.purpose().english(),
                    rule.purpose().chinese(),
                    rule.reason().english(),
                    rule.reason().chinese(),
                    rule.isStopped(),
                    use.map(known -> known.fired().get(rule.name())).orElse(null),
                    use.map(known -> known.money().get(rule.name()))
                            .map(PurseView::of)
                            .orElse(null));
        }
    }
}
