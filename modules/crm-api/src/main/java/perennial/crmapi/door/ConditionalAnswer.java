package perennial.crmapi.door;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** The tag is taken before anything is read: data that change in between make it too old, never too new. */
@Conditional
@Provider
@Priority(Priorities.USER + 1)
public class ConditionalAnswer implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String TAG = ConditionalAnswer.class.getName();

    @Inject
    private Editions editions;

    @Override
    public void filter(ContainerRequestContext request) {
        editions.current().map(edition -> new EntityTag(edition, true)).ifPresent(known -> {
            request.setProperty(TAG, known);
            Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(known);
            if (unchanged != null) {
                request.abortWith(unchanged.build());
            }
        });
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(TAG) instanceof EntityTag tag && response.getStatus() < 400) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
    }
}
