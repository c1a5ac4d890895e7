package perennial.crmapi.storage;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import perennial.storage.Commits;

/** Nobody is told that something was done before it would survive the end of the server. */
@Provider
public class Settling implements ContainerResponseFilter {
    @Inject
    private Commits commits;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean isDone = response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
        if (isDone && !Keeping.READING.contains(request.getMethod())) {
            commits.settle();
        }
    }
}
