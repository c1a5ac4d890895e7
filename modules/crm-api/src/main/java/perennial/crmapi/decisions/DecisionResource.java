package perennial.crmapi.decisions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.activity.Shop;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.Bodies;
import perennial.crmapi.wire.Created;
import perennial.crmapi.wire.Csv;
import perennial.crmapi.wire.Ids;
import perennial.crmapi.wire.NdJson;
import perennial.crmapi.wire.Numbers;
import perennial.crmapi.wire.Standing;
import perennial.decisions.Hindsight;
import perennial.decisions.LiveDecisions;
import perennial.kernel.Words;
import perennial.overview.Overview;

@ApplicationScoped
@Path("decisions")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class DecisionResource {
    private static final Words DECISION = new Words("decision", "决策");

    @Inject
    private LiveDecisions decisions;

    @Inject
    private Hindsight hindsight;

    @Inject
    private DecisionSets sets;

    @Inject
    private Overview overview;

    @Inject
    private Shop shop;

    // one transaction around all that is asked: beans of which each has its own take as long as the decision
    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Created
    @NeedsRole(Role.ANALYST)
    @Operation(summary = "Decides at once for a customer who orders, leaves a cart, calls the service or visits")
    public AnswerView decide(@Nullable OccasionView occasion) {
        return AnswerView.of(decisions.decide(
                Standing.of(overview.inForce()),
                Bodies.given(occasion).toOccasion(shop.opened().currency())));
    }

    @GET
    @Produces(Csv.MEDIA_TYPE + ";qs=0.5")
    @Operation(summary = "All decisions of the run in force, as CSV")
    public StreamingOutput csv() {
        return sets.csv();
    }

    @GET
    @Produces(NdJson.MEDIA_TYPE + ";qs=0.4")
    @Operation(summary = "All decisions of the run in force, one JSON object a line")
    public StreamingOutput ndjson() {
        return sets.ndjson();
    }

    // the last one of an address is what /openapi tells
    @GET
    @Operation(
            summary = "A page of the decisions of the run in force",
            description = "All at once with Accept: text/csv or application/x-ndjson, without cursor and limit")
    public DecisionsView page(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") String limit) {
        return sets.page(Optional.ofNullable(cursor), Numbers.whole("limit", limit));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "What was decided for an occasion")
    public AnswerView find(@PathParam("id") String id) {
        return AnswerView.of(decisions.find(number(id)));
    }

    @GET
    @Path("{id}/explanation")
    @Operation(
            summary = "Why it was decided so for an occasion, and why not otherwise",
            description = "By the rules that decided and the facts that are stored: the conditions of every rule that "
                    + "fired with the values that matched, and of every rule that one condition kept from firing that "
                    + "condition, the value and what it asks for. 409 if the rules that decided are not kept")
    public ExplanationView explanation(@PathParam("id") String id) {
        return ExplanationView.of(hindsight.ofOccasion(number(id)));
    }

    @POST
    @Path("{id}/rerun")
    @NeedsRole(Role.ANALYST)
    @Operation(
            summary = "Decides again what was decided for an occasion, and says whether the same came out",
            description = "By the rules, guard rails, effects, facts, contacts and budget of then; nothing is kept and "
                    + "nobody is told. 409 if it was made before all of that was stored")
    public RerunView rerun(@PathParam("id") String id) {
        return RerunView.of(hindsight.rerunOccasion(number(id)));
    }

    private static long number(String id) {
        return Ids.number(DECISION, id);
    }
}
