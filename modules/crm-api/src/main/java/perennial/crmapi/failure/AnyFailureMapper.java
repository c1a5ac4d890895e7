package perennial.crmapi.failure;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.UnavailableException;
import perennial.kernel.UnknownException;
import perennial.storage.Outage;

/** Unwraps what a bean refused; anything else is a fault of ours, told by a number that the log knows too. */
@Provider
public class AnyFailureMapper implements ExceptionMapper<Exception> {
    private static final Logger LOG = System.getLogger(AnyFailureMapper.class.getName());

    @Context
    private Providers providers;

    @Override
    public Response toResponse(Exception failure) {
        Throwable cause = failure;
        while (cause instanceof EJBException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof InvalidInputException refusal) {
            return answer(InvalidInputException.class, refusal);
        }
        if (cause instanceof UnknownException unknown) {
            return answer(UnknownException.class, unknown);
        }
        if (cause instanceof ConflictException conflict) {
            return answer(ConflictException.class, conflict);
        }
        if (cause instanceof UnavailableException outage) {
            return answer(UnavailableException.class, outage);
        }
        if (Outage.isBehind(failure)) {
            return answer(
                    UnavailableException.class,
                    new UnavailableException(
                            "the database can't be reached or has no room", "send the same call again later", failure));
        }
        String incident = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "incident " + incident, failure);
        return Problem.of(Response.Status.INTERNAL_SERVER_ERROR, "something failed on our side: incident " + incident)
                .with("ask the operator to look the incident up in the log")
                .answer();
    }

    private <T extends Exception> Response answer(Class<T> type, T failure) {
        return providers.getExceptionMapper(type).toResponse(failure);
    }
}
