package perennial.console.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import perennial.access.Role;
import perennial.access.Users;
import perennial.access.Users.User;
import perennial.storage.Outage;

/**
 * Tells the container who asks, and sends everybody else to the login page. Which pages need whom stands in {@code
 * web.xml}: all of them need a user but those named there.
 */
@ApplicationScoped
public class Doorkeeper implements HttpAuthenticationMechanism {
    static final String LOGIN = "/login";
    static final String PASSWORD = "/password";

    @Inject
    private Users users;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            return answer(Pass.in(request), request, response, context);
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e)) {
                throw e;
            }
            return context.isProtected() ? sentAway(response) : context.doNothing();
        }
    }

    private AuthenticationStatus answer(
            Optional<Pass> pass, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<User> user = pass.flatMap(known -> known.holder(users));
        if (user.isPresent()) {
            return admitted(user.get(), request, response, context);
        }
        if (pass.isPresent()) {
            Pass.takeBack(request);
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        return sentTo(loginFor(request), request, response);
    }

    /** Who it is can't be told for the moment; the session stays. */
    private static AuthenticationStatus sentAway(HttpServletResponse response) {
        try {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static AuthenticationStatus admitted(
            User user, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (user.mustChangePassword() && context.isProtected() && !isAt(PASSWORD, request)) {
            return sentTo(request.getContextPath() + PASSWORD, request, response);
        }
        Visitor.present(user, request);
        return context.notifyContainerAboutLogin(user.name(), roles(user));
    }

    private static Set<String> roles(User user) {
        return Arrays.stream(Role.values())
                .filter(user.role()::covers)
                .map(Role::label)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isAt(String page, HttpServletRequest request) {
        return request.getServletPath().replaceFirst("\\.xhtml$", "").equals(page);
    }

    /** The login page, which leads on to what was asked for where that can be asked for again. */
    private static String loginFor(HttpServletRequest request) {
        String login = request.getContextPath() + LOGIN;
        if (!request.getMethod().equals("GET")) {
            return login + "?over=true";
        }
        String query =
                Optional.ofNullable(request.getQueryString()).map(q -> "?" + q).orElse("");
        String wanted = request.getServletPath() + query;
        return wanted.equals("/") || wanted.equals("/index.xhtml")
                ? login
                : login + "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    private static AuthenticationStatus sentTo(
            String address, HttpServletRequest request, HttpServletResponse response) {
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter()
                        .write("<?xml version='1.0' encoding='UTF-8'?><partial-response id=\"j_id1\"><redirect url=\""
                                + address.replace("&", "&amp;") + "\"/></partial-response>");
            } else {
                response.sendRedirect(address);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }
}
