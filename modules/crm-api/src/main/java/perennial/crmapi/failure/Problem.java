package perennial.crmapi.failure;

import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What went wrong, by RFC 9457, with the field, the reason and the fix where something given was wrong. */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        @Nullable String value,
        @Nullable String reason,
        @Nullable String fix) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Response.StatusType status, @Nullable String detail) {
        String title = status.getReasonPhrase();
        String told = Objects.requireNonNullElse(detail, title);
        return new Problem("about:blank", title, status.getStatusCode(), told, null, null, null, null);
    }

    Problem with(String brokenField, String itsValue, String why, String remedy) {
        return new Problem(type, title, status, detail, brokenField, itsValue, why, remedy);
    }

    Problem with(String remedy) {
        return new Problem(type, title, status, detail, field, value, reason, remedy);
    }

    Response answer() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
