package perennial.crmapi.churn;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.Csv;
import perennial.crmapi.wire.NdJson;
import perennial.crmapi.wire.Numbers;

@Path("churn/at-risk")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class AtRiskResource {
    @Inject
    private AtRiskSets sets;

    @GET
    @Produces(Csv.MEDIA_TYPE + ";qs=0.5")
    @Operation(summary = "The customers with the most value at risk, as CSV")
    public StreamingOutput csv(@BeanParam AtRiskFilter filter, @QueryParam("capacity") @Nullable String capacity) {
        return sets.csv(filter, capacity(capacity));
    }

    @GET
    @Produces(NdJson.MEDIA_TYPE + ";qs=0.4")
    @Operation(summary = "The customers with the most value at risk, one JSON object a line")
    public StreamingOutput ndjson(@BeanParam AtRiskFilter filter, @QueryParam("capacity") @Nullable String capacity) {
        return sets.ndjson(filter, capacity(capacity));
    }

    // the last one of an address is what /openapi tells
    @GET
    @Operation(
            summary = "Customers by value at risk: churn probability times expected value, the most first",
            description = "With Accept: text/csv or application/x-ndjson all at once, or as many as capacity says, "
                    + "without cursor and limit")
    public AtRiskView page(
            @BeanParam AtRiskFilter filter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        return sets.page(filter.page(Optional.ofNullable(cursor), Numbers.whole("limit", limit)));
    }

    private static Optional<Integer> capacity(@Nullable String text) {
        return Optional.ofNullable(text).map(told -> Numbers.between("capacity", told, 1, AtRiskSets.MOST));
    }
}
