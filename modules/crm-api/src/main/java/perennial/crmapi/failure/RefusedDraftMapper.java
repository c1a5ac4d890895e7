package perennial.crmapi.failure;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import perennial.crmapi.rules.ProblemView;
import perennial.decisions.RefusedDraftException;

@Provider
public class RefusedDraftMapper implements ExceptionMapper<RefusedDraftException> {
    private static final int STATUS = 400;

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(RefusedDraftException refusal) {
        Locale language = Problem.language(headers);
        Problem problem =
                Problem.of(language, STATUS, refusal.problems().get(0).message().in(language));
        return Response.status(STATUS)
                .type(Problem.MEDIA_TYPE)
                .language(language)
                .entity(new RefusedRules(
                        problem.type(),
                        problem.title(),
                        STATUS,
                        problem.detail(),
                        refusal.problems().stream().map(ProblemView::of).toList()))
                .build();
    }

    /** A problem by RFC 9457, with everything that keeps the text from living. */
    public record RefusedRules(String type, String title, int status, String detail, List<ProblemView> problems) {}
}
