package perennial.crmapi.storage;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.storage.Backups;

@Path("backup")
@NeedsRole(Role.ADMINISTRATOR)
public class BackupResource {
    @Inject
    private Backups backups;

    @Context
    private SecurityContext caller;

    @GET
    @Produces("application/zip")
    @Operation(summary = "The whole installation in one file, as of now; the server works on meanwhile")
    public StreamingOutput write() {
        return backups::write;
    }

    @PUT
    @Consumes("application/zip")
    @Operation(summary = "Puts a backup in the place of what is here: all of it, or nothing")
    public void restore(@QueryParam("replace") boolean isReplacing, InputStream backup) {
        backups.restore(backup, isReplacing, caller.getUserPrincipal().getName());
    }
}
