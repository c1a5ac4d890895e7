package perennial.crmapi.failure;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import perennial.kernel.UnavailableException;

/** What can't be done for lack of a database or of room is refused for the moment, and says when to come again. */
@Provider
public class UnavailableMapper implements ExceptionMapper<UnavailableException> {
    private static final Logger LOG = System.getLogger(UnavailableMapper.class.getName());
    private static final int SECONDS = 10;

    @Override
    public Response toResponse(UnavailableException outage) {
        LOG.log(Level.WARNING, "refused for the moment: {0}", outage.getMessage());
        Response problem = Problem.of(Response.Status.SERVICE_UNAVAILABLE, outage.getMessage())
                .with(outage.fix())
                .answer();
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .build();
    }
}
