package perennial.crmapi.rules;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.rules.RuleResource.RemarkView;
import perennial.crmapi.wire.Bodies;
import perennial.crmapi.wire.Created;
import perennial.crmapi.wire.Ids;
import perennial.crmapi.wire.Standing;
import perennial.decisions.RuleDrafts;
import perennial.decisions.RuleDrafts.Manuscript;
import perennial.decisions.RuleSimulations;
import perennial.decisions.RuleVersions;
import perennial.decisions.RuleVersions.Change;
import perennial.decisions.RuleVersions.State;
import perennial.kernel.ConflictException;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.overview.Overview;
import perennial.pipeline.Runs;
import perennial.pipeline.Runs.RunReport;

@Path("rules/drafts")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.ANALYST)
public class RuleDraftResource {
    private static final Words DRAFT = new Words("draft of rules", "规则草稿");
    private static final Words SIMULATION = new Words("simulation of the draft", "草稿模拟");
    private static final Set<State> NOT_YET_LIVE =
            EnumSet.of(State.DRAFT, State.PROPOSED, State.SCHEDULED, State.REJECTED);

    @Inject
    private RuleDrafts drafts;

    @Inject
    private RuleVersions versions;

    @Inject
    private RuleSimulations simulations;

    @Inject
    private Overview overview;

    @Inject
    private Runs runs;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "Drafts, proposals and what is scheduled, the newest first")
    public RuleDraftsView all() {
        return new RuleDraftsView(
                versions.all().stream()
                        .filter(version -> NOT_YET_LIVE.contains(version.state()))
                        .map(RuleVersionView::of)
                        .toList(),
                null);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A draft with the files in which it differs from the version on which it was written")
    public RuleDraftView one(@PathParam("id") String id) {
        long number = number(id);
        return new RuleDraftView(
                RuleVersionView.of(versions.find(number)),
                versions.changes(number).stream().map(RuleChangeView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keeps a draft: the rules in force with these files in the place of theirs",
            description = "400 with each problem's file, line and column if the guard finds anything wrong; then "
                    + "nothing is kept. Nothing of the text runs before another person has approved it.")
    @Created
    public RuleVersionView write(@Nullable ManuscriptView manuscript) {
        return RuleVersionView.of(drafts.write(Bodies.given(manuscript).told(), Keepers.person(caller)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Writes a draft anew, on the rules that are in force now",
            description = "Refused as a new one is; 409 if it was proposed, or was live")
    public RuleVersionView change(@PathParam("id") String id, @Nullable ManuscriptView manuscript) {
        return RuleVersionView.of(
                drafts.change(number(id), Bodies.given(manuscript).told(), Keepers.person(caller)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forgets a draft that was not proposed, or was rejected")
    public void delete(@PathParam("id") String id) {
        drafts.delete(number(id), Keepers.person(caller));
    }

    @POST
    @Path("{id}/simulate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Begins a simulation: what the draft would decide for the whole base as a run found it",
            description = "In the background and without side effects, by the path of the weekly run, beside what the "
                    + "rules in force decide. 409 before the first run has ended, or while one of the draft is at work")
    public SimulationView simulate(@PathParam("id") String id, @Nullable WishedRunView wish) {
        long number = number(id);
        Run run = Optional.ofNullable(Bodies.given(wish).run())
                .map(this::ended)
                .orElseGet(() -> Standing.of(overview.inForce()));
        simulations.start(number, run, caller.getUserPrincipal().getName());
        return found(number);
    }

    @GET
    @Path("{id}/simulation")
    @Operation(summary = "How far the last simulation of the draft is, and what it found")
    public SimulationView simulation(@PathParam("id") String id) {
        return found(number(id));
    }

    private SimulationView found(long number) {
        return simulations
                .last(number)
                .map(SimulationView::of)
                .orElseThrow(() -> Ids.nothing(SIMULATION, Long.toString(number)));
    }

    private Run ended(long id) {
        RunReport report = runs.report(id);
        if (report.status() != Runs.Status.COMPLETED) {
            throw new ConflictException(
                    new Words("run " + id + " has not ended well", "运行 " + id + " 未成功完成"),
                    new Words("name one that has", "请给出已成功完成的运行"));
        }
        return new Run(report.id(), report.asOf());
    }

    @POST
    @Path("{id}/propose")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts a draft before the others; it can't be changed any more",
            description = "For who keeps the rules that it changes: marketers those of marketing and prices, risk "
                    + "officers those about risk. 409 if another version has gone live since it was written")
    public void propose(@PathParam("id") String id, @Nullable RemarkView remark) {
        drafts.propose(number(id), Keepers.remark(caller, Bodies.given(remark).comment()));
    }

    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts a proposal in force, at once or later",
            description = "For another person than its authors, who keeps the rules that it changes or is a risk "
                    + "officer; else 409. 409 too if another version has gone live since it was written")
    public void approve(@PathParam("id") String id, @Nullable ApprovalView approval) {
        ApprovalView given = Bodies.given(approval);
        drafts.approve(number(id), Optional.ofNullable(given.from()), Keepers.remark(caller, given.comment()));
    }

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives a proposal back to its author, who may change it and propose it again")
    public void reject(@PathParam("id") String id, @Nullable RemarkView remark) {
        drafts.reject(number(id), Keepers.remark(caller, Bodies.given(remark).comment()));
    }

    private static long number(String id) {
        return Ids.number(DRAFT, id);
    }

    /** @param run whose features, scores and segments count; missing: that in force */
    public record WishedRunView(@Nullable Long run) {}

    /** @param files one, several or all of a book */
    public record ManuscriptView(
            @Nullable String title, @Nullable List<WrittenFileView> files) {
        Manuscript told() {
            Map<String, Optional<String>> texts = new LinkedHashMap<>();
            Bodies.given(files, "files")
                    .forEach(file ->
                            texts.put(Bodies.given(file.path(), "files.path"), Optional.ofNullable(file.text())));
            return new Manuscript(Bodies.given(title, "title"), texts);
        }
    }

    /** @param text as in a file of rules or parameters; null: the file is to be gone */
    public record WrittenFileView(
            @Nullable String path, @Nullable String text) {}

    /**
     * @param from the instant from which it is live; missing: at once
     * @param comment why; may be missing
     */
    public record ApprovalView(
            @Nullable Instant from, @Nullable String comment) {}

    /** @param next null: the list is never paged */
    public record RuleDraftsView(
            List<RuleVersionView> items, @Nullable String next) {}

    /** @param changes by path */
    public record RuleDraftView(RuleVersionView version, List<RuleChangeView> changes) {}

    /**
     * @param before null where the file is new
     * @param after null where it is gone
     */
    public record RuleChangeView(
            String path, @Nullable String before, @Nullable String after) {
        static RuleChangeView of(Change change) {
            return new RuleChangeView(
                    change.path(), change.before().orElse(null), change.after().orElse(null));
        }
    }
}
