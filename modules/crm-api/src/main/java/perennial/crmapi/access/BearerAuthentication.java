package perennial.crmapi.access;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;
import perennial.access.ApiKeys;
import perennial.access.Caller;
import perennial.access.Role;
import perennial.crmapi.failure.RefusedException;

/**
 * Every call needs a key, and the role that its method or class names; one that names none is for administrators, so
 * forgetting a mark closes a door.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class BearerAuthentication implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    @Inject
    private ApiKeys keys;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        Caller caller = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(SCHEME))
                .flatMap(header ->
                        keys.callerOf(header.substring(SCHEME.length()).strip()))
                .orElseThrow(() -> new NotAuthorizedException("Bearer realm=\"perennial\""));
        if (!caller.role().covers(needed())) {
            throw RefusedException.byRole(
                    needed().label(), caller.name(), caller.role().label());
        }
        request.setSecurityContext(new CallerSecurity(caller));
    }

    private Role needed() {
        Method method = resource.getResourceMethod();
        return Optional.ofNullable(method.getAnnotation(NeedsRole.class))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(NeedsRole.class)))
                .map(NeedsRole::value)
                .orElse(Role.ADMINISTRATOR);
    }
}
