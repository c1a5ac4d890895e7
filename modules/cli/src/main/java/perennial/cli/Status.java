package perennial.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import perennial.cli.server.Answer;
import perennial.cli.server.DataDirectory;
import perennial.cli.server.Memory;
import perennial.cli.server.RemoteServer;
import perennial.cli.server.ServerProcess;
import perennial.cli.work.WeeklyRun;

/**
 * How an installation stands.
 *
 * @param address empty where no server runs
 * @param sample {@code none} in a shop of one's own
 */
record Status(Optional<String> address, Path dataDirectory, String sample, State state) {
    private static final String NO_SAMPLE = "none";

    enum State {
        /** No server runs. */
        STOPPED,
        /** It runs and doesn't answer yet. */
        STARTING,
        /** It holds no shop. */
        EMPTY,
        /** A sample comes in or has its first run. */
        FILLING,
        /** It answers with what it holds. */
        READY,
        /** The server ended by itself before it answered, or a filling broke off; another start goes on with it. */
        FAILED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Status of(DataDirectory directory, Locale locale) throws IOException {
        Optional<ServerProcess> process = directory.process();
        if (process.isPresent() && process.get().isAlive()) {
            return of(directory, directory.server(locale), directory.isBeingStarted());
        }
        boolean diedYoung = process.filter(ended -> !ended.wasReady()).isPresent();
        return new Status(
                Optional.empty(), directory.path(), remembered(directory), diedYoung ? State.FAILED : State.STOPPED);
    }

    /** @param isBeingStarted whether some start is at work on it and not at its end */
    static Status of(DataDirectory directory, RemoteServer server, boolean isBeingStarted) {
        Optional<String> address = Optional.of(server.address()).map(URI::toString);
        if (!server.isReady()) {
            return new Status(address, directory.path(), remembered(directory), State.STARTING);
        }
        Answer instance = server.get("/instance");
        Optional<String> sample = instance.object("shop").text("sample");
        State state = instance.text("state").filter("empty"::equals).isPresent()
                ? isBeingStarted ? State.FILLING : State.EMPTY
                : ofShop(server, instance.object("lastRun"), sample.isPresent(), isBeingStarted);
        return new Status(address, directory.path(), sample.orElse(NO_SAMPLE), state);
    }

    private static State ofShop(RemoteServer server, Answer lastRun, boolean isSample, boolean isBeingStarted) {
        String lastStatus = lastRun.text("status").orElse("none");
        if (lastStatus.equals("failed")) {
            return State.FAILED;
        }
        if (!isSample || lastStatus.equals("completed") || hasResults(server)) {
            return State.READY;
        }
        return isBeingStarted || WeeklyRun.isGoingOn(lastRun) ? State.FILLING : State.FAILED;
    }

    /** Whether an earlier run's results are in force while another run goes on. */
    private static boolean hasResults(RemoteServer server) {
        return !server.get("/overview").object("stages").isEmpty();
    }

    private static String remembered(DataDirectory directory) {
        return directory.memory().flatMap(Memory::sample).orElse(NO_SAMPLE);
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        address.ifPresentOrElse(text -> json.add("address", text), () -> json.addNull("address"));
        return json.add("dataDirectory", dataDirectory.toString())
                .add("sample", sample)
                .add("state", state.label())
                .build();
    }
}
