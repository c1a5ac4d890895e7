package perennial.console.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/** Who acts, as the audit trail calls them. */
@RequestScoped
public class Actor {
    @Inject
    private HttpServletRequest request;

    public String name() {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("console");
    }
}
