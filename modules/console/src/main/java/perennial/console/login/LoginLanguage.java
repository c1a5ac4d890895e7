package perennial.console.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import perennial.console.shell.LanguageChoice;

/** Brings a user's own language to the browser that they log in with. */
@RequestScoped
public class LoginLanguage {
    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    void remember(Locale language) {
        HttpServletResponse response =
                (HttpServletResponse) faces.getExternalContext().getResponse();
        response.addCookie(LanguageChoice.remembering(language.toLanguageTag(), request.isSecure()));
    }
}
