package perennial.crmapi.rules;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.Bodies;
import perennial.decisions.Decisions;
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
    private Overview overview;

    @GET
    @Operation(summary = "The rules in force, with how often each fired in the run in force")
    public RuleBookView all() {
        Map<String, Long> fired =
                overview.inForce().map(run -> decisions.use(run).fired()).orElse(Map.of());
        return new RuleBookView(
                rules.inForce().stream()
                        .map(rule -> RuleView.of(rule, fired.get(rule.name())))
                        .toList(),
                null);
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsRole(Role.ANALYST)
    @Operation(
            summary = "What keeps a text of rules from living: line, column, what is wrong, the nearest right word",
            description = "Nothing of the text runs, and nothing is kept")
    public CheckView check(@Nullable DraftView draft) {
        return CheckView.of(rules.check(Bodies.given(Bodies.given(draft).drl(), "drl")));
    }

    /** @param drl the text, as in a file of rules */
    public record DraftView(@Nullable String drl) {}

    /** @param ok whether nothing keeps it from living */
    public record CheckView(boolean ok, List<ProblemView> problems) {
        static CheckView of(List<Problem> problems) {
            return new CheckView(
                    problems.isEmpty(), problems.stream().map(ProblemView::of).toList());
        }
    }

    /**
     * @param line from 1
     * @param column from 1, in characters
     * @param hint the nearest right word; null where there is none
     */
    public record ProblemView(
            int line,
            int column,
            String message,
            String messageZh,
            @Nullable String hint) {
        static ProblemView of(Problem problem) {
            return new ProblemView(
                    problem.line(),
                    problem.column(),
                    problem.message().english(),
                    problem.message().chinese(),
                    problem.hint().orElse(null));
        }
    }

    /** @param next null: the list is never paged */
    public record RuleBookView(
            List<RuleView> items, @Nullable String next) {}

    /**
     * @param file that it stands in
     * @param owner who answers for it; empty when its author named nobody
     * @param reason what a decision says, with {attribute} where a value goes
     * @param fired for how many customers in the run in force; null where that run used rules without it, or none ended
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
            @Nullable Long fired) {
        static RuleView of(Rule rule, @Nullable Long fired) {
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
                    fired);
        }
    }
}
