package perennial.crmapi.storage;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import perennial.storage.Disk;

/** What may find no room is not taken in; reading goes on. */
@Provider
@Priority(Priorities.USER)
public class Keeping implements ContainerRequestFilter {
    static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    private Disk disk;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod()) && !takesFile()) {
            disk.requireRoom();
        }
    }

    /** Whoever receives one refuses it too, but reads it to its end, else its sender hears of a broken connection. */
    private boolean takesFile() {
        return List.of(resource.getResourceMethod().getParameterTypes()).contains(InputStream.class);
    }
}
