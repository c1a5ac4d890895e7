package perennial.crmapi.overview;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.decisions.DecisionView;
import perennial.crmapi.decisions.DecisionsView;
import perennial.crmapi.decisions.ExplanationView;
import perennial.crmapi.decisions.RerunView;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.wire.Csv;
import perennial.crmapi.wire.NdJson;
import perennial.crmapi.wire.Numbers;
import perennial.crmapi.wire.Standing;
import perennial.decisions.Hindsight;
import perennial.kernel.CustomerId;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;
import perennial.overview.Portraits;

@Path("customers")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class CustomerResource {
    @Inject
    private CustomerSets customers;

    @Inject
    private Portraits portraits;

    @Inject
    private Hindsight hindsight;

    @Inject
    private Overview overview;

    @GET
    @Produces(Csv.MEDIA_TYPE + ";qs=0.5")
    @Operation(summary = "All customers that the filters leave, as CSV")
    public StreamingOutput csv(@BeanParam CustomerFilter filter) {
        return customers.csv(cursor -> filter.page(cursor, CustomerQuery.MOST));
    }

    @GET
    @Produces(NdJson.MEDIA_TYPE + ";qs=0.4")
    @Operation(summary = "All customers that the filters leave, one JSON object a line")
    public StreamingOutput ndjson(@BeanParam CustomerFilter filter) {
        return customers.ndjson(cursor -> filter.page(cursor, CustomerQuery.MOST));
    }

    // the last one of an address is what /openapi tells
    @GET
    @Operation(
            summary = "A page of customers with stage, segment, churn probability and expected value",
            description = "All at once with Accept: text/csv or application/x-ndjson, without cursor and limit")
    public CustomersView page(
            @BeanParam CustomerFilter filter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        return customers.page(filter.page(Optional.ofNullable(cursor), Numbers.whole("limit", limit)));
    }

    @GET
    @Path("{id}")
    @Conditional
    @Operation(summary = "The 360 view of a customer")
    public PortraitView portrait(@PathParam("id") String id) {
        return PortraitView.of(portraits.of(new CustomerId(id)));
    }

    @GET
    @Path("{id}/decisions")
    @Conditional
    @Operation(summary = "What was decided for a customer, and why")
    public DecisionsView decisions(@PathParam("id") String id) {
        return DecisionsView.whole(portraits.decisions(new CustomerId(id)).stream()
                .map(DecisionView::of)
                .toList());
    }

    @GET
    @Path("{id}/decisions/explanation")
    @Operation(
            summary = "Why the run in force decided so for a customer, or nothing, and why not otherwise",
            description =
                    "As for an occasion. Of whom no rule fired for nothing is stored: they are looked at as the run "
                            + "found them, with catalogue and consents of today")
    public ExplanationView explanation(@PathParam("id") String id) {
        return ExplanationView.of(hindsight.ofRun(Standing.of(overview.inForce()), new CustomerId(id)));
    }

    @POST
    @Path("{id}/decisions/rerun")
    @NeedsRole(Role.ANALYST)
    @Operation(
            summary = "Decides again what the run in force decided for a customer, and says whether the same came out",
            description = "As for an occasion. 404 where no rule fired")
    public RerunView rerun(@PathParam("id") String id) {
        return RerunView.of(hindsight.rerun(Standing.of(overview.inForce()), new CustomerId(id)));
    }
}
