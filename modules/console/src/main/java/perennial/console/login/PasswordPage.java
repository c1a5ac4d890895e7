package perennial.console.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import perennial.access.Logins;
import perennial.access.Logins.Admitted;
import perennial.access.Logins.Answer;
import perennial.console.shell.Notices;

/** Where people choose their password: at the first login, and whenever they like. */
@Named
@RequestScoped
public class PasswordPage {
    @Inject
    private Logins logins;

    @Inject
    private Visitor visitor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Proxies proxies;

    @Inject
    private Notices notices;

    private @Nullable String current;
    private @Nullable String chosen;
    private @Nullable String again;

    public String change() {
        String wanted = Objects.requireNonNullElse(chosen, "");
        if (!wanted.equals(again)) {
            notices.failed(PasswordPage.class, "differ");
            return "";
        }
        notices.trying(() -> {
            Answer answer = logins.changePassword(
                    visitor.getName(), Objects.requireNonNullElse(current, ""), wanted, proxies.client(request));
            if (answer instanceof Admitted admitted) {
                Pass.give(request, admitted.user());
                notices.done(PasswordPage.class, "changed");
                notices.goTo("/");
            } else {
                LoginPage.tell(answer, notices);
            }
        });
        return "";
    }

    /** Never shown again, like the others. */
    public @Nullable String getCurrent() {
        return null;
    }

    public void setCurrent(@Nullable String current) {
        this.current = current;
    }

    public @Nullable String getChosen() {
        return null;
    }

    public void setChosen(@Nullable String chosen) {
        this.chosen = chosen;
    }

    public @Nullable String getAgain() {
        return null;
    }

    public void setAgain(@Nullable String again) {
        this.again = again;
    }
}
