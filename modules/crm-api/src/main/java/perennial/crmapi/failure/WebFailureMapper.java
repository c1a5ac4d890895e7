package perennial.crmapi.failure;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** What the framework refuses: no such address, no key, a method or a type that the address does not take. */
@Provider
public class WebFailureMapper implements ExceptionMapper<WebApplicationException> {
    private static final Map<Integer, String> FIXES = Map.of(
            401, "send the header Authorization: Bearer KEY with a valid key",
            403, "use a key with that role",
            404, "see /openapi for the addresses",
            405, "see /openapi for the methods",
            415, "see /openapi for the media types");

    @Override
    public Response toResponse(WebApplicationException failure) {
        Response original = failure.getResponse();
        Problem problem = Problem.of(original.getStatusInfo(), failure.getMessage());
        Response.ResponseBuilder answer = Response.fromResponse(original)
                .type(Problem.MEDIA_TYPE)
                .entity(problem.with(FIXES.getOrDefault(original.getStatus(), "see /openapi")));
        return answer.build();
    }
}
