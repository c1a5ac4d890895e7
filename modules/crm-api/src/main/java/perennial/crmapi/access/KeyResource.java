package perennial.crmapi.access;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import perennial.access.ApiKeys;

@Path("keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {
    @Inject
    private ApiKeys keys;

    @GET
    public List<ApiKeys.ApiKey> all() {
        return keys.all();
    }
}
