package perennial.crmapi.access;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import perennial.access.Caller;
import perennial.access.Role;

record CallerSecurity(Caller caller) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return caller::name;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.role().covers(Role.named(role));
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
