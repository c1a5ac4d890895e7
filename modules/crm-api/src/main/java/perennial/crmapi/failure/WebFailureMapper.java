package perennial.crmapi.failure;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;

/** What the framework refuses: no such address, no key, a method or a type that the address does not take. */
@Provider
public class WebFailureMapper implements ExceptionMapper<WebApplicationException> {
    private static final Set<Integer> TOLD = Set.of(401, 404, 405, 406, 412, 415);

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(WebApplicationException failure) {
        Response original = failure.getResponse();
        int status = original.getStatus();
        Locale language = Problem.language(headers);
        boolean told = TOLD.contains(status);
        Problem problem = Problem.of(
                        language, told ? status : 400, told ? Problem.phrase(language, "detail." + status) : null)
                .with(Problem.phrase(language, told ? "fix." + status : "fix.other"));
        Response.ResponseBuilder answer = Response.fromResponse(original).status(problem.status());
        return answer.type(Problem.MEDIA_TYPE)
                .language(language)
                .entity(problem)
                .build();
    }
}
