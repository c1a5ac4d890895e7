package perennial.crmapi.activity;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import perennial.access.Role;
import perennial.activity.Imports;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.ItemsView;

@Path("mappings")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.OPERATOR)
public class MappingResource {
    @Inject
    private Imports imports;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "The mappings by which files can be read")
    public ItemsView<MappingView> all() {
        return ItemsView.whole(imports.mappings().entrySet().stream()
                .map(mapping -> new MappingView(mapping.getKey(), mapping.getValue()))
                .sorted(Comparator.comparing(MappingView::name))
                .toList());
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Keeps a mapping, as YAML, under a name")
    public void put(@PathParam("name") String name, String yaml) {
        imports.putMapping(name, yaml, caller.getUserPrincipal().getName());
    }

    /** @param kind customers, catalogue, orders, events or costs */
    public record MappingView(String name, String kind) {}
}
