package perennial.crmapi.failure;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import perennial.kernel.UnavailableException;

/** What can't be done for lack of a database or of room is refused for the moment, and says when to come again. */
@Provider
public class UnavailableMapper implements ExceptionMapper<UnavailableException> {
    private static final Logger LOG = System.getLogger(UnavailableMapper.class.getName());
    private static final int SECONDS = 10;

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(UnavailableException outage) {
        LOG.log(Level.WARNING, "refused for the moment: {0}", outage.getMessage());
        Locale language = Problem.language(headers);
        return Problem.of(language, 503, outage.reason().in(language))
                .with(outage.fix().in(language))
                .answer(language)
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .build();
    }
}
