package perennial.console.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import perennial.console.shell.Notices;

/** The way out. */
@Named
@RequestScoped
public class Logout {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    public String leave() {
        Pass.takeBack(request);
        notices.goTo(Doorkeeper.LOGIN + "?out=true");
        return "";
    }
}
