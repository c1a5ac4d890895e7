package perennial.crmapi.metering;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts calls by the pattern of their address, never by what stands in it, and by how they were answered. */
@Provider
@Priority(1) // the last to see an answer, so that it counts the status that is sent
public class RequestCounting implements ContainerResponseFilter {
    /** Stands for an address or a method that is not ours, since a stranger could make up any number of them. */
    private static final String NONE = "none";

    @Inject
    private MetricRegistry registry;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean isOurs = resource.getResourceMethod() != null;
        registry.counter(
                        "perennial_http_requests",
                        new Tag("resource", isOurs ? pattern() : NONE),
                        new Tag("method", isOurs ? request.getMethod() : NONE),
                        new Tag("status", Integer.toString(response.getStatus())))
                .inc();
    }

    private String pattern() {
        return Stream.of(resource.getResourceClass(), resource.getResourceMethod())
                .flatMap(part -> path(part).stream())
                .collect(Collectors.joining("/"));
    }

    private static Optional<String> path(AnnotatedElement part) {
        return Optional.ofNullable(part.getAnnotation(Path.class)).map(Path::value);
    }
}
