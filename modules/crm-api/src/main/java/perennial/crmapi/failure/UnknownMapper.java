package perennial.crmapi.failure;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import perennial.kernel.UnknownException;

@Provider
public class UnknownMapper implements ExceptionMapper<UnknownException> {
    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(UnknownException unknown) {
        Locale language = Problem.language(headers);
        return Problem.of(language, 404, unknown.message(language))
                .with(
                        unknown.kind(),
                        unknown.id(),
                        Problem.phrase(language, "unknown.reason"),
                        Problem.phrase(language, "unknown.fix"))
                .answer(language)
                .build();
    }
}
