package perennial.crmapi.failure;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import perennial.kernel.InvalidInputException;

@Provider
public class InvalidInputMapper implements ExceptionMapper<InvalidInputException> {
    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(InvalidInputException refusal) {
        Locale language = Problem.language(headers);
        return Problem.of(language, 400, refusal).answer(language).build();
    }
}
