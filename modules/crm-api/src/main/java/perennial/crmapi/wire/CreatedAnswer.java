package perennial.crmapi.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
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
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LOCATION,
                            request.getUriInfo()
                                    .getAbsolutePathBuilder()
                                    .path(Long.toString(made.id()))
                                    .build());
        }
    }

    /** An answer that has a place of its own, under the number. */
    public interface Numbered {
        long id();
    }
}
