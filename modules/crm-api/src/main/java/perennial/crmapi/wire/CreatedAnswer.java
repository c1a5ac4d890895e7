package perennial.crmapi.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

@Created
@Provider
public class CreatedAnswer implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Response.Status.OK.getStatusCode()) {
            return;
        }
        response.setStatusInfo(Response.Status.CREATED);
        if (response.getEntity() instanceof Numbered made) {
            UriInfo asked = request.getUriInfo();
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LOCATION,
                            asked.getBaseUriBuilder()
                                    .path(asked.getPathSegments().get(0).getPath())
                                    .path(Long.toString(made.id()))
                                    .build());
        }
    }

    /** An answer that has a place of its own, under the first word of the address and the number. */
    public interface Numbered {
        long id();
    }
}
