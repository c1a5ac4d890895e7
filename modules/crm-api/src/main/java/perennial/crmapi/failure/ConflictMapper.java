package perennial.crmapi.failure;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import perennial.kernel.ConflictException;

@Provider
public class ConflictMapper implements ExceptionMapper<ConflictException> {
    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(ConflictException conflict) {
        Locale language = Problem.language(headers);
        return Problem.of(language, 409, conflict.reason(language))
                .with(conflict.fix(language))
                .answer(language)
                .build();
    }
}
