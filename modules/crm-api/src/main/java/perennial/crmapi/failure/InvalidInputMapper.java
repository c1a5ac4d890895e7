package perennial.crmapi.failure;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import perennial.kernel.InvalidInputException;

@Provider
public class InvalidInputMapper implements ExceptionMapper<InvalidInputException> {
    @Override
    public Response toResponse(InvalidInputException refusal) {
        return Problem.of(Response.Status.BAD_REQUEST, refusal.getMessage())
                .with(refusal.field(), refusal.value(), refusal.reason(), refusal.fix())
                .answer();
    }
}
