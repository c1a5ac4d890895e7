package perennial.crmapi.metering;

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
public class RequestCounting implements ContainerResponseFilter {
    @Inject
    private MetricRegistry registry;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        registry.counter(
                        "perennial_http_requests",
                        new Tag("resource", pattern()),
                        new Tag("method", request.getMethod()),
                        new Tag("status", Integer.toString(response.getStatus())))
                .inc();
    }

    private String pattern() {
        return Stream.of(resource.getResourceClass(), resource.getResourceMethod())
                .flatMap(part -> path(part).stream())
                .collect(Collectors.joining("/"));
    }

    /** Nothing where the address belongs to no resource. */
    private static Optional<String> path(AnnotatedElement part) {
        return Optional.ofNullable(part).map(known -> known.getAnnotation(Path.class)).map(Path::value);
    }
}
