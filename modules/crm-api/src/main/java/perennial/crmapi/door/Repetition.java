package perennial.crmapi.door;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import perennial.crmapi.failure.RefusedException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * A POST that names an Idempotency-Key is done once: whoever sends it again gets the first answer again. What was
 * refused was not done, so its key is free again.
 */
@Provider
@Priority(Priorities.USER + 2)
public class Repetition implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final String FIRST = Repetition.class.getName();

    @Inject
    private FirstAnswers answers;

    @Context
    private ResourceInfo resource;

    private final Clock clock = Clock.systemUTC();

    /** A request that is the first under its key, on its way. */
    private static final class First {
        private final FirstAnswers.Key key;
        private final Body body;
        private final boolean secret;
        private Optional<ContainerResponseContext> answer = Optional.empty();

        First(FirstAnswers.Key key, Body body, boolean secret) {
            this.key = key;
            this.body = body;
            this.secret = secret;
        }
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String name = request.getHeaderString(HEADER);
        if (name == null || !request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        if (!KEY.matcher(name).matches()) {
            throw new InvalidInputException(
                    HEADER,
                    name,
                    new Words("a key has 1 to 255 visible characters of ASCII", "键为 1 至 255 个可见 ASCII 字符"),
                    new Words("send such as a UUID", "请发送如 UUID 的值"));
        }
        FirstAnswers.Key key = new FirstAnswers.Key(
                request.getSecurityContext().getUserPrincipal().getName(), name);
        String asked = request.getUriInfo().getRequestUri().getRawPath() + "?"
                + Objects.toString(request.getUriInfo().getRequestUri().getRawQuery(), "");
        Body body = Body.of(request);
        boolean secret = resource.getResourceMethod().isAnnotationPresent(ShownOnce.class);
        if (answers.begin(key, asked, clock.instant())) {
            request.setProperty(FIRST, new First(key, body, secret));
        } else {
            request.abortWith(again(key, asked, body, secret));
        }
    }

    private Response again(FirstAnswers.Key key, String asked, Body body, boolean secret) throws IOException {
        FirstAnswers.Kept kept = answers.find(key).orElseThrow(() -> RefusedException.byUnfinishedRequest(key.name()));
        if (!kept.request().equals(asked)) {
            throw RefusedException.byAnotherRequest(key.name());
        }
        FirstAnswers.Answer first = kept.answer().orElseThrow(() -> RefusedException.byUnfinishedRequest(key.name()));
        if (!first.body().equals(body.fingerprint())) {
            throw RefusedException.byAnotherRequest(key.name());
        }
        if (secret) {
            throw RefusedException.byShownSecret(key.name());
        }
        Response.ResponseBuilder answer = Response.status(first.status()).header(REPLAYED, "true");
        if (!first.mediaType().isEmpty()) {
            answer.type(first.mediaType()).entity(first.text().getBytes(StandardCharsets.UTF_8));
        }
        first.location().ifPresent(place -> answer.header(HttpHeaders.LOCATION, place));
        return answer.build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        // a failure to tell what was done undoes nothing: its status comes second and does not count
        if (request.getProperty(FIRST) instanceof First first && first.answer.isEmpty()) {
            first.answer = Optional.of(response);
            if (Response.Status.Family.familyOf(response.getStatus()) != Response.Status.Family.SUCCESSFUL) {
                request.removeProperty(FIRST);
                answers.forget(first.key);
            } else if (!response.hasEntity()) {
                request.removeProperty(FIRST);
                keep(first, response.getStatus(), Optional.empty(), "", "");
            }
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(FIRST) instanceof First first)) {
            context.proceed();
            return;
        }
        OutputStream wire = context.getOutputStream();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        context.setOutputStream(answer);
        context.proceed();
        // asked only now, because other filters may have changed it
        int status = first.answer.map(ContainerResponseContext::getStatus).orElse(200);
        keep(
                first,
                status,
                Optional.ofNullable(context.getHeaders().getFirst(HttpHeaders.LOCATION)),
                context.getMediaType().toString(),
                first.secret ? "" : answer.toString(StandardCharsets.UTF_8));
        answer.writeTo(wire);
    }

    private void keep(First first, int status, Optional<Object> location, String mediaType, String text)
            throws IOException {
        answers.keep(
                first.key,
                new FirstAnswers.Answer(
                        first.body.fingerprint(), status, location.map(Object::toString), mediaType, text));
    }
}
