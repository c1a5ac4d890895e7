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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.activity.Imports;
import perennial.crmapi.access.NeedsRole;

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
    public MappingsView all() {
        return MappingsView.whole(imports.mappings().entrySet().stream()
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

    /** @param next null: the list is never paged */
    public record MappingsView(
            List<MappingView> items, @Nullable String next) {
        public static MappingsView whole(List<MappingView> items) {
            return new MappingsView(items, null);
        }
    }
}
