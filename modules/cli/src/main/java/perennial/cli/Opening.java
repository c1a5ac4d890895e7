package perennial.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import perennial.cli.server.DataDirectory;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Terminal;

/**
 * What a start ends with: where the shop is found, what is known of it, and, the first time, the key to it.
 *
 * @param key the administrator's key, which nobody can read again; empty if one was made before
 */
record Opening(Status status, Optional<Summary> summary, Optional<String> key) {
    private static final String ADMINISTRATOR = "administrator";

    static Opening of(DataDirectory directory, RemoteServer server) {
        Status status = Status.of(directory, server, false);
        Optional<Summary> summary =
                status.state() == Status.State.READY ? Optional.of(Summary.of(server)) : Optional.empty();
        // Last, so that nothing can come between making the key and showing it.
        return new Opening(status, summary, firstKey(server));
    }

    private static Optional<String> firstKey(RemoteServer server) {
        boolean exists = server.list("/keys").stream()
                .anyMatch(key -> key.text("name").filter(ADMINISTRATOR::equals).isPresent());
        if (exists) {
            return Optional.empty();
        }
        JsonObject request = Json.createObjectBuilder()
                .add("name", ADMINISTRATOR)
                .add("role", ADMINISTRATOR)
                .build();
        return server.post("/keys", request).text("secret");
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
        key.ifPresent(secret -> terminal.say("start.key", secret));
    }

    private JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder(status.toJson());
        key.ifPresent(secret -> json.add("administratorKey", secret));
        summary.ifPresent(known -> known.addTo(json));
        return json.build();
    }
}
