package perennial.access.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.access.ApiKeys;
import perennial.access.Caller;
import perennial.access.NameTakenException;
import perennial.access.Role;
import perennial.access.UnknownKeyException;
import perennial.access.jpa.ApiKeyRows;
import perennial.access.jpa.UserRows;
import perennial.access.model.UserName;
import perennial.kernel.Act;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

@Stateless
@Local(ApiKeys.class)
public class KeyIssuing implements ApiKeys {
    private static final int LONGEST_NAME = 200;

    private final ApiKeyRows keys;
    private final UserRows users;
    private final OperatorToken operator;
    private final Event<Act> acts;
    private final Clock clock;

    @Inject
    public KeyIssuing(ApiKeyRows keys, UserRows users, OperatorToken operator, Event<Act> acts) {
        this(keys, users, operator, acts, Clock.systemUTC());
    }

    KeyIssuing(ApiKeyRows keys, UserRows users, OperatorToken operator, Event<Act> acts, Clock clock) {
        this.keys = keys;
        this.users = users;
        this.operator = operator;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public IssuedKey issue(String name, Role role, Optional<Instant> expires, String actor) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new InvalidInputException(
                    "name",
                    name,
                    new Words("a key's name has 1 to 200 characters", "密钥名称为 1 至 200 个字符"),
                    new Words("name the program that will use it", "请以使用它的程序命名"));
        }
        UserName asUser = UserName.typed(stripped);
        asUser.refuseIfOfAnotherActor(name);
        if (keys.exists(stripped)) {
            throw new NameTakenException("key", stripped);
        }
        if (users.exists(asUser.value())) {
            throw new NameTakenException("user", stripped);
        }
        String secret = Secrets.make();
        keys.add(stripped, role, Secrets.fingerprint(secret), clock.instant(), expires);
        acts.fire(new Act(actor, "key.made", stripped));
        return new IssuedKey(stripped, role, secret);
    }

    @Override
    public Optional<Caller> callerOf(String secret) {
        return operator.callerOf(secret).or(() -> keys.callerOf(Secrets.fingerprint(secret), clock.instant()));
    }

    @Override
    public List<ApiKey> all() {
        return keys.all();
    }

    @Override
    public void revoke(String name, String actor) {
        if (!keys.revoke(name, clock.instant())) {
            throw new UnknownKeyException(name);
        }
        acts.fire(new Act(actor, "key.revoked", name));
    }
}
