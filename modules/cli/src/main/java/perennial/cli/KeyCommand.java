package perennial.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.cli.server.Answer;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes API keys; the server alone knows them, and only by their fingerprints. */
@Command(name = "key")
final class KeyCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private KeyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine of(Shell shell) {
        return new CommandLine(new KeyCommand(shell.terminal()))
                .addSubcommand(new Create(shell))
                .addSubcommand(new ListAll(shell))
                .addSubcommand(new Revoke(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), terminal.phrase("usage.no-command"));
    }

    @Command(name = "create")
    static final class Create implements Callable<Integer> {
        private final Shell shell;

        @Mixin
        private InstanceOption instance;

        @Option(names = "--name", paramLabel = "NAME", required = true)
        private String name;

        @Option(names = "--role", paramLabel = "ROLE", required = true)
        private String role;

        @Option(names = "--expires", paramLabel = "DATE")
        private Optional<LocalDate> expires = Optional.empty();

        Create(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            RemoteServer server = instance.directory(shell.environment())
                    .server(shell.terminal().locale());
            JsonObjectBuilder request =
                    Json.createObjectBuilder().add("name", name).add("role", role.toLowerCase(Locale.ROOT));
            // Good through the day named, by the clock of the person who names it.
            expires.map(day ->
                            day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant())
                    .ifPresent(end -> request.add("expires", end.toString()));
            String secret = server.post("/keys", request.build())
                    .text("secret")
                    .orElseThrow(() -> Failure.of("server.strange", "POST /keys", 201));
            shell.terminal().answer(secret);
            return 0;
        }
    }

    @Command(name = "list")
    static final class ListAll extends Listing {
        ListAll(Shell shell) {
            super(shell, "/keys", "key.name", "key.role", "key.created", "key.expires", "key.out-of-use");
        }

        @Override
        List<String> row(Answer key) {
            return List.of(
                    key.text("name").orElse("?"),
                    key.text("role").map(role -> role.toLowerCase(Locale.ROOT)).orElse("?"),
                    key.text("created").orElse("-"),
                    key.text("expires").orElse("-"),
                    key.text("revoked").orElse("-"));
        }
    }

    @Command(name = "revoke")
    static final class Revoke implements Callable<Integer> {
        private final Shell shell;

        @Mixin
        private InstanceOption instance;

        @Option(names = "--name", paramLabel = "NAME", required = true)
        private String name;

        Revoke(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            instance.directory(shell.environment())
                    .server(shell.terminal().locale())
                    .delete("/keys/" + RemoteServer.encoded(name));
            shell.terminal().say("key.revoked", name);
            return 0;
        }
    }
}
