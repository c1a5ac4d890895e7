package perennial.console.rules;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.decisions.RuleVersions.Person;
import perennial.decisions.RuleVersions.Remark;

/** The visitor, by the rules that are theirs to change. */
final class Keeper {
    private Keeper() {}

    static Person of(Visitor visitor) {
        return new Person(
                visitor.getName(), visitor.may(Role.MARKETER.label()), visitor.may(Role.RISK_OFFICER.label()));
    }

    static Remark remark(Visitor visitor, @Nullable String comment) {
        return new Remark(of(visitor), Objects.requireNonNullElse(comment, ""));
    }
}
