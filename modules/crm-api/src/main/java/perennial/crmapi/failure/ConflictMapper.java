package perennial.crmapi.failure;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import perennial.kernel.ConflictException;

@Provider
public class ConflictMapper implements ExceptionMapper<ConflictException> {
    @Override
    public Response toResponse(ConflictException conflict) {
        return Problem.of(Response.Status.CONFLICT, conflict.getMessage())
                .with(conflict.fix())
                .answer();
    }
}
