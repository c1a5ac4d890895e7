package perennial.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import perennial.cli.server.Answer;
import perennial.cli.server.DataDirectory;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Terminal;

/**
 * What a start ends with: where the shop is found, what is known of it, and, the first time, what opens it.
 *
 * @param key the administrator's key, which nobody can read again; empty if one was made before
 * @param password the one of the first user of the console, shown this once; empty if there are users
 */
record Opening(Status status, Optional<Summary> summary, Optional<String> key, Optional<String> password) {
    private static final String ADMINISTRATOR = "administrator";
    private static final String FIRST_USER = "admin";

    static Opening of(DataDirectory directory, RemoteServer server) {
        Status status = Status.of(directory, server, false);
        Optional<Summary> summary =
                status.state() == Status.State.READY ? Optional.of(Summary.of(server)) : Optional.empty();
        // Last, so that nothing can come between making what opens it and showing it.
        return new Opening(status, summary, firstKey(server), firstPassword(server));
    }

    private static Optional<String> firstKey(RemoteServer server) {
        boolean exists = server.list("/keys").stream()
                .anyMatch(key -> key.text("name").filter(ADMINISTRATOR::equals).isPresent());
        if (exists) {
            return Optional.empty();
        }
        return administrator(server, "/keys", ADMINISTRATOR).text("secret");
    }

    private static Optional<String> firstPassword(RemoteServer server) {
        if (!server.list("/users").isEmpty()) {
            return Optional.empty();
        }
        return administrator(server, "/users", FIRST_USER).text("password");
    }

    private static Answer administrator(RemoteServer server, String path, String name) {
        JsonObject request = Json.createObjectBuilder()
                .add("name", name)
                .add("role", ADMINISTRATOR)
                .build();
        return server.post(path, request);
    }

    void tell(Terminal terminal, boolean asDocument) {
        if (asDocument) {
            terminal.answer(toJson());
            return;
        }
        summary.ifPresent(known -> known.show(terminal));
        if (status.state() == Status.State.EMPTY) {
            terminal.say("start.empty");
        }
        terminal.line("");
        terminal.say("start.address", status.address().orElse("?"));
        terminal.say("start.directory", status.dataDirectory().toString());
        password.ifPresent(secret -> terminal.say("start.password", FIRST_USER, secret));
        key.ifPresent(secret -> terminal.say("start.key", secret));
    }

    private JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder(status.toJson());
        password.ifPresent(secret -> json.add("consoleUser", FIRST_USER).add("consolePassword", secret));
        key.ifPresent(secret -> json.add("administratorKey", secret));
        summary.ifPresent(known -> known.addTo(json));
        return json.build();
    }
}
