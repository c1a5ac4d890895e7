package perennial.crmapi.rules;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.decisions.RuleVersions.Person;
import perennial.decisions.RuleVersions.Remark;

/** Callers, by the rules that are theirs to change. */
final class Keepers {
    private Keepers() {}

    static Person person(SecurityContext caller) {
        return new Person(
                caller.getUserPrincipal().getName(),
                caller.isUserInRole(Role.MARKETER.label()),
                caller.isUserInRole(Role.RISK_OFFICER.label()));
    }

    static Remark remark(SecurityContext caller, @Nullable String comment) {
        return new Remark(person(caller), Objects.requireNonNullElse(comment, ""));
    }
}
