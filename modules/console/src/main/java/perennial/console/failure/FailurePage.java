package perennial.console.failure;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.analytics.language.Phrases;
import perennial.console.login.Visitor.ForbiddenException;
import perennial.storage.Outage;

/**
 * What people see where no page can be shown: both languages, that of the browser first, and for a fault of ours the
 * number under which the log tells more. It needs nothing that may have failed.
 */
@WebServlet("/failure")
public class FailurePage extends HttpServlet {
    /** The parameter of its address that tells of a database that is away, or has no room. */
    static final String OUTAGE = "outage";

    private static final String SECONDS = "10";
    private static final Phrases PHRASES = Phrases.beside(FailurePage.class, "phrases");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Kind kind = Kind.of(request);
        response.setStatus(kind.status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        if (kind == Kind.UNAVAILABLE) {
            response.setHeader("Retry-After", SECONDS);
        }
        String incident = kind == Kind.FAULT ? incident(request) : "";
        List<Locale> languages = new ArrayList<>(List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE));
        if (request.getLocale().getLanguage().equals("zh")) {
            Collections.reverse(languages);
        }
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(languages.get(0).toLanguageTag())
                .append("\"><head><meta charset=\"UTF-8\"/><meta name=\"viewport\" content=\"width=device-width\"/>"
                        + "<title>Perennial</title><link rel=\"stylesheet\" href=\"")
                .append(request.getContextPath())
                .append("/jakarta.faces.resource/console.css.xhtml?ln=console\"/></head><body class=\"alone\"><main>");
        for (Locale language : languages) {
            page.append(section(language, kind, incident, request.getContextPath() + "/"));
        }
        response.getWriter().append(page.append("</main></body></html>"));
    }

    private static String section(Locale language, Kind kind, String incident, String home) {
        String key = kind.name().toLowerCase(Locale.ROOT);
        return "<section class=\"card\" lang=\"" + language.toLanguageTag() + "\"><h1>"
                + PHRASES.get(language, key + ".title")
                + "</h1><p>"
                + PHRASES.format(language, key + ".next", incident)
                + "</p><p><a class=\"button\" href=\"" + home + "\">"
                + PHRASES.get(language, "home") + "</a></p></section>";
    }

    /** The number of a fault that is in the log already, or of the one that led here. */
    private static String incident(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("incident"))
                .filter(Incidents::isNumber)
                .orElseGet(() -> Incidents.log(failure(request)));
    }

    private static @Nullable Throwable failure(HttpServletRequest request) {
        return (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    }

    private enum Kind {
        UNAVAILABLE(503),
        UNKNOWN(404),
        FORBIDDEN(403),
        REFUSED(400),
        FAULT(500);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        static Kind of(HttpServletRequest request) {
            if (Incidents.causes(failure(request)).anyMatch(ForbiddenException.class::isInstance)) {
                return FORBIDDEN;
            }
            Throwable failure = failure(request);
            if (request.getParameter(OUTAGE) != null || (failure != null && Outage.isBehind(failure))) {
                return UNAVAILABLE;
            }
            int status = (int) Objects.requireNonNullElse(
                    request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE),
                    request.getParameter("incident") == null ? 404 : 500);
            return switch (status) {
                case 404 -> UNKNOWN;
                case 401, 403 -> FORBIDDEN;
                case 400, 405 -> REFUSED;
                case 503 -> UNAVAILABLE;
                default -> FAULT;
            };
        }
    }
}
