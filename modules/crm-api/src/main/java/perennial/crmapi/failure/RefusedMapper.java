package perennial.crmapi.failure;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

@Provider
public class RefusedMapper implements ExceptionMapper<RefusedException> {
    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(RefusedException refused) {
        return answer(refused, Problem.language(headers));
    }

    static Response answer(RefusedException refused, Locale language) {
        Response.ResponseBuilder answer = Problem.of(
                        language, refused.status(), refused.reason().in(language))
                .with(refused.fix().in(language))
                .answer(language);
        refused.retryAfter().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }
}
