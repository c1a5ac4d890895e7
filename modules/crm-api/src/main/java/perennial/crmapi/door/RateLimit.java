package perennial.crmapi.door;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import perennial.crmapi.failure.RefusedException;

/** A key that asks too often is told when to come again; the operator's own token is not held up. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RateLimit implements ContainerRequestFilter {
    private static final String OPERATOR = "operator";

    @Inject
    private Pace pace;

    @Override
    public void filter(ContainerRequestContext request) {
        Principal caller = request.getSecurityContext().getUserPrincipal();
        if (caller != null && !caller.getName().equals(OPERATOR)) {
            pace.ask(caller.getName()).ifPresent(seconds -> {
                throw RefusedException.byPace(pace.perSecond(), seconds);
            });
        }
    }
}
