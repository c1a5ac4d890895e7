package perennial.cli.load;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import perennial.cli.server.RemoteServer;

/** API keys for as long as a benchmark lasts, each a person of its own. */
final class Keys implements AutoCloseable {
    private final RemoteServer operator;
    private final List<String> names = new ArrayList<>();

    Keys(RemoteServer operator) {
        this.operator = operator;
    }

    String secret(String role) {
        String name = "bench-" + UUID.randomUUID();
        String secret = operator.post(
                        "/keys",
                        Json.createObjectBuilder()
                                .add("name", name)
                                .add("role", role)
                                .build())
                .text("secret")
                .orElseThrow();
        names.add(name);
        return secret;
    }

    /** The same server as somebody of that role sees it. */
    RemoteServer server(String role, Locale locale) {
        String secret = secret(role);
        return RemoteServer.at(operator.address(), () -> secret, locale);
    }

    @Override
    public void close() {
        names.forEach(name -> operator.delete("/keys/" + name));
    }
}
