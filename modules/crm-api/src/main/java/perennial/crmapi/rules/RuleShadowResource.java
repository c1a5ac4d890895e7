package perennial.crmapi.rules;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.rules.SimulationView.ExampleView;
import perennial.crmapi.rules.SimulationView.FindingsView;
import perennial.crmapi.wire.Ids;
import perennial.decisions.RuleShadows;
import perennial.decisions.RuleShadows.Shadow;
import perennial.kernel.Words;

@Path("rules/drafts/{id}/shadow")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.ANALYST)
public class RuleShadowResource {
    private static final Words PROPOSAL = new Words("proposal of rules", "规则提案");
    private static final Words SHADOW = new Words("shadow of the proposal", "提案的影子运行");

    @Inject
    private RuleShadows shadows;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "What a proposal in the shadow would have decided beside the rules in force")
    public ShadowView shadow(@PathParam("id") String id) {
        return found(Ids.number(PROPOSAL, id));
    }

    @PUT
    @Operation(
            summary = "Lets a proposal decide in the shadow of the rules in force",
            description =
                    "From the next live decision and the next weekly run on, without anything coming of it. It ends "
                            + "when the proposal is live or given back. 409 if it is no proposal, or another one is in the shadow")
    public ShadowView start(@PathParam("id") String id) {
        long number = Ids.number(PROPOSAL, id);
        shadows.start(number, caller.getUserPrincipal().getName());
        return found(number);
    }

    @DELETE
    @Operation(summary = "Ends the shadow; what it found stays")
    public void stop(@PathParam("id") String id) {
        shadows.stop(Ids.number(PROPOSAL, id), caller.getUserPrincipal().getName());
    }

    private ShadowView found(long number) {
        return shadows.of(number).map(ShadowView::of).orElseThrow(() -> Ids.nothing(SHADOW, Long.toString(number)));
    }

    /**
     * @param on whether it goes on
     * @param answers live decisions that it has seen
     * @param different those of them that it would have made otherwise
     * @param examples some of those, the newest first
     * @param run the newest weekly run that it saw; null before one has ended
     * @param findings of that run
     */
    public record ShadowView(
            long version,
            Instant since,
            String actor,
            boolean on,
            long answers,
            long different,
            List<ExampleView> examples,
            @Nullable Long run,
            @Nullable FindingsView findings) {
        static ShadowView of(Shadow shadow) {
            return new ShadowView(
                    shadow.version(),
                    shadow.since(),
                    shadow.actor(),
                    shadow.isOn(),
                    shadow.live().answers(),
                    shadow.live().different(),
                    shadow.live().examples().stream().map(ExampleView::of).toList(),
                    shadow.week().map(week -> week.run().id()).orElse(null),
                    shadow.week().map(week -> FindingsView.of(week.findings())).orElse(null));
        }
    }
}
