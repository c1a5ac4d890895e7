package perennial.crmapi.failure;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A body that is no JSON, or holds a value of the wrong kind. */
@Provider
public class UnreadableMapper implements ExceptionMapper<ProcessingException> {
    @Override
    public Response toResponse(ProcessingException unreadable) {
        return Problem.of(Response.Status.BAD_REQUEST, "the body can't be read as the JSON that this call takes")
                .with(
                        "body",
                        "",
                        String.valueOf(unreadable.getMessage()),
                        "see /openapi for the fields and their types")
                .answer();
    }
}
