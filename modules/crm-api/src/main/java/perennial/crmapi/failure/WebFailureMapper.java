package perennial.crmapi.failure;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;

/**
 * What the framework refuses: no such address, no key, a method or a type that the address does not take; anything else
 * that it finds wrong is the body, as where there is none.
 */
@Provider
public class WebFailureMapper implements ExceptionMapper<WebApplicationException> {
    private static final Set<Integer> TOLD = Set.of(401, 404, 405, 406, 412, 415);

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(WebApplicationException failure) {
        Locale language = Problem.language(headers);
        return RefusedException.within(failure)
                .map(refused -> RefusedMapper.answer(refused, language))
                .orElseGet(() -> told(failure.getResponse(), language));
    }

    private static Response told(Response original, Locale language) {
        Problem problem = TOLD.contains(original.getStatus())
                ? told(language, original.getStatus())
                : Problem.of(language, 400, Problem.phrase(language, "body.reason"))
                        .with(
                                "body",
                                "",
                                Problem.phrase(language, "body.reason"),
                                Problem.phrase(language, "body.fix"));
        Response.ResponseBuilder answer = Response.fromResponse(original).status(problem.status());
        return answer.type(Problem.MEDIA_TYPE)
                .language(language)
                .entity(problem)
                .build();
    }

    private static Problem told(Locale language, int status) {
        return Problem.of(language, status, Problem.phrase(language, "detail." + status))
                .with(Problem.phrase(language, "fix." + status));
    }
}
