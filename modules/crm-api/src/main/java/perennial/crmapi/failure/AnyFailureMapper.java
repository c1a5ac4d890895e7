package perennial.crmapi.failure;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.UUID;
import perennial.decisions.RefusedDraftException;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.UnavailableException;
import perennial.kernel.UnknownException;
import perennial.kernel.Words;
import perennial.storage.Disk;
import perennial.storage.Outage;

/** Unwraps what a bean refused; anything else is a fault of ours, told by a number that the log knows too. */
@Provider
public class AnyFailureMapper implements ExceptionMapper<Exception> {
    private static final Logger LOG = System.getLogger(AnyFailureMapper.class.getName());

    @Inject
    private Disk disk;

    @Context
    private Providers providers;

    @Context
    private HttpHeaders headers;

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
        if (cause instanceof RefusedDraftException draft) {
            return answer(RefusedDraftException.class, draft);
        }
        if (Outage.isBehind(failure)) {
            return answer(UnavailableException.class, disk.refusal().orElseGet(() -> away(failure)));
        }
        String incident = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "incident " + incident, failure);
        Locale language = Problem.language(headers);
        return Problem.of(language, 500, Problem.phrase(language, "detail.500", incident))
                .with(Problem.phrase(language, "fix.500"))
                .answer(language)
                .build();
    }

    private static UnavailableException away(Exception failure) {
        return new UnavailableException(
                new Words("the database can't be reached or has no room", "数据库无法访问或空间已满"),
                new Words("send the same call again later", "请稍后重发同一请求"),
                failure);
    }

    private <T extends Exception> Response answer(Class<T> type, T failure) {
        return providers.getExceptionMapper(type).toResponse(failure);
    }
}
