package perennial.crmapi.failure;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body that is no JSON, or holds a value of the wrong kind: the binding's own words tell which property it was. */
@Provider
public class UnreadableMapper implements ExceptionMapper<ProcessingException> {
    private static final Pattern PROPERTY = Pattern.compile("deserialize property '(\\w+)'");
    private static final Pattern UNKNOWN = Pattern.compile("Json property (\\w+) can not be mapped");

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(ProcessingException unreadable) {
        Locale language = Problem.language(headers);
        return RefusedException.within(unreadable)
                .map(refused -> RefusedMapper.answer(refused, language))
                .orElseGet(() -> told(unreadable, language));
    }

    private static Response told(ProcessingException unreadable, Locale language) {
        List<String> path = new ArrayList<>();
        Optional<String> unknown = Optional.empty();
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            String told = String.valueOf(cause.getMessage());
            named(PROPERTY, told).filter(name -> !path.contains(name)).ifPresent(path::add);
            unknown = unknown.or(() -> named(UNKNOWN, told));
        }
        unknown.ifPresent(path::add);
        String reason = Problem.phrase(
                language, unknown.isPresent() ? "body.field" : path.isEmpty() ? "body.reason" : "body.type");
        return Problem.of(language, 400, reason)
                .with(
                        path.isEmpty() ? "body" : String.join(".", path),
                        "",
                        reason,
                        Problem.phrase(language, "body.fix"))
                .answer(language)
                .build();
    }

    private static Optional<String> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
