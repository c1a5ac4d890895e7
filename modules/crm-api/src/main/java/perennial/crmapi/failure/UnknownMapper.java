package perennial.crmapi.failure;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import perennial.kernel.UnknownException;

@Provider
public class UnknownMapper implements ExceptionMapper<UnknownException> {
    @Override
    public Response toResponse(UnknownException unknown) {
        return Problem.of(Response.Status.NOT_FOUND, unknown.getMessage())
                .with(unknown.kind(), unknown.id(), "there is none of that id", "look it up in the list")
                .answer();
    }
}
