package perennial.crmapi.overview;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.decisions.DecisionView;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.wire.ItemsView;
import perennial.crmapi.wire.Numbers;
import perennial.kernel.CustomerId;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;
import perennial.overview.Portraits;

@Path("customers")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class CustomerResource {
    @Inject
    private Overview overview;

    @Inject
    private Portraits portraits;

    /**
     * @param q only ids that begin so
     * @param sort id, value, churn, orders, spend or recency; with - before it the highest first
     * @param cursor {@code next} of the page before
     */
    @GET
    @Operation(summary = "A page of customers with stage, segment, churn probability and expected value")
    public ItemsView<CustomerItemView> page(
            @QueryParam("q") @Nullable String q,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("segment") @Nullable String segment,
            @QueryParam("sort") @DefaultValue("id") String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        Overview.Page page = overview.customers(CustomerQuery.of(
                Optional.ofNullable(q),
                Optional.ofNullable(stage),
                Optional.ofNullable(segment),
                sort,
                Optional.ofNullable(cursor),
                Numbers.whole("limit", limit)));
        return new ItemsView<>(
                page.items().stream().map(CustomerItemView::of).toList(),
                page.next().orElse(null));
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
    public ItemsView<DecisionView> decisions(@PathParam("id") String id) {
        return ItemsView.whole(portraits.decisions(new CustomerId(id)).stream()
                .map(DecisionView::of)
                .toList());
    }
}
