package perennial.crmapi.failure;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import perennial.analytics.language.Phrases;
import perennial.kernel.InvalidInputException;

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
    private static final Phrases PHRASES = Phrases.beside(Problem.class, "problems");

    /** The language that the caller reads: the first one named that we speak, else English. */
    public static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(locale -> locale.getLanguage().equals("zh")
                        || locale.getLanguage().equals("en"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    static String phrase(Locale language, String key, Object... arguments) {
        return PHRASES.format(language, key, arguments);
    }

    /** With the title of the status, in the caller's language. */
    static Problem of(Locale language, int status, @Nullable String detail) {
        String title = PHRASES.get(language, "title." + status);
        String told = Objects.requireNonNullElse(detail, title);
        return new Problem("about:blank", title, status, told, null, null, null, null);
    }

    static Problem of(Locale language, int status, InvalidInputException refusal) {
        return of(language, status, refusal.message(language))
                .with(refusal.field(), refusal.value(), refusal.reason(language), refusal.fix(language));
    }

    Problem with(String brokenField, String itsValue, String why, String remedy) {
        return new Problem(type, title, status, detail, brokenField, itsValue, why, remedy);
    }

    Problem with(String remedy) {
        return new Problem(type, title, status, detail, field, value, reason, remedy);
    }

    Response.ResponseBuilder answer(Locale language) {
        return Response.status(status).type(MEDIA_TYPE).language(language).entity(this);
    }
}
