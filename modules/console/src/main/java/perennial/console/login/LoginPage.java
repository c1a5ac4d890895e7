package perennial.console.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.access.Logins;
import perennial.access.Logins.Admitted;
import perennial.access.Logins.Answer;
import perennial.access.Logins.Barred;
import perennial.access.Users.User;
import perennial.console.shell.Notices;

/** Where people come in. */
@Named
@RequestScoped
public class LoginPage {
    @Inject
    private Logins logins;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Proxies proxies;

    @Inject
    private Notices notices;

    @Inject
    private LoginLanguage language;

    private @Nullable String name;
    private @Nullable String password;
    private @Nullable String to;

    public String enter() {
        Answer answer = logins.enter(
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(password, ""),
                proxies.client(request));
        if (answer instanceof Admitted admitted) {
            return admit(admitted.user());
        }
        tell(answer, notices);
        return "";
    }

    private String admit(User user) {
        Pass.give(request, user);
        user.language().ifPresent(language::remember);
        notices.goTo(Optional.ofNullable(to).filter(LoginPage::isOurs).orElse("/"));
        return "";
    }

    /** An address beginning with two slashes would be another server's. */
    private static boolean isOurs(String path) {
        return path.matches("/(?![/\\\\])[\\x21-\\x7e]*");
    }

    static void tell(Answer answer, Notices notices) {
        if (answer instanceof Barred barred) {
            long seconds = Duration.between(Clock.systemUTC().instant(), barred.until())
                    .toSeconds();
            notices.failed(LoginPage.class, "barred", Math.max(1, (seconds + 59) / 60));
        } else {
            notices.failed(LoginPage.class, "refused");
        }
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    /** Never shown again. */
    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }
}
