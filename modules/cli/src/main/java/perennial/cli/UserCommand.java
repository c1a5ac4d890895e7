package perennial.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
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

/** Manages who may enter the console, also when nobody can enter it any more. */
@Command(name = "user")
final class UserCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private UserCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine of(Shell shell) {
        return new CommandLine(new UserCommand(shell.terminal()))
                .addSubcommand(new Create(shell))
                .addSubcommand(new ListAll(shell))
                .addSubcommand(new Disable(shell))
                .addSubcommand(new Enable(shell))
                .addSubcommand(new ChangeRole(shell))
                .addSubcommand(new ResetPassword(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), terminal.phrase("usage.no-command"));
    }

    /** A command about one user of one installation. */
    private abstract static class About implements Callable<Integer> {
        final Shell shell;

        @Mixin
        private InstanceOption instance;

        @Option(names = "--name", paramLabel = "NAME", required = true)
        String name;

        About(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            act(instance.directory(shell.environment()).server(shell.terminal().locale()));
            return 0;
        }

        abstract void act(RemoteServer server);

        final void change(RemoteServer server, JsonObject change) {
            server.patch("/users/" + RemoteServer.encoded(name), change);
        }

        final void showPassword(Answer issued, String call) {
            shell.terminal().answer(issued.text("password").orElseThrow(() -> Failure.of("server.strange", call, 201)));
        }
    }

    @Command(name = "create")
    static final class Create extends About {
        @Option(names = "--role", paramLabel = "ROLE", required = true)
        private String role;

        Create(Shell shell) {
            super(shell);
        }

        @Override
        void act(RemoteServer server) {
            JsonObject user = Json.createObjectBuilder()
                    .add("name", name)
                    .add("role", role.toLowerCase(Locale.ROOT))
                    .build();
            showPassword(server.post("/users", user), "POST /users");
        }
    }

    @Command(name = "disable")
    static final class Disable extends About {
        Disable(Shell shell) {
            super(shell);
        }

        @Override
        void act(RemoteServer server) {
            change(server, Json.createObjectBuilder().add("enabled", false).build());
            shell.terminal().say("user.disabled", name);
        }
    }

    @Command(name = "enable")
    static final class Enable extends About {
        Enable(Shell shell) {
            super(shell);
        }

        @Override
        void act(RemoteServer server) {
            change(server, Json.createObjectBuilder().add("enabled", true).build());
            shell.terminal().say("user.enabled", name);
        }
    }

    @Command(name = "role")
    static final class ChangeRole extends About {
        @Option(names = "--role", paramLabel = "ROLE", required = true)
        private String role;

        ChangeRole(Shell shell) {
            super(shell);
        }

        @Override
        void act(RemoteServer server) {
            String wanted = role.toLowerCase(Locale.ROOT);
            change(server, Json.createObjectBuilder().add("role", wanted).build());
            shell.terminal().say("user.role-changed", name, wanted);
        }
    }

    @Command(name = "reset-password")
    static final class ResetPassword extends About {
        ResetPassword(Shell shell) {
            super(shell);
        }

        @Override
        void act(RemoteServer server) {
            String call = "/users/" + RemoteServer.encoded(name) + "/password";
            showPassword(server.post(call), "POST " + call);
        }
    }

    @Command(name = "list")
    static final class ListAll extends Listing {
        ListAll(Shell shell) {
            super(shell, "/users", "user.name", "user.role", "user.created", "user.entered", "user.out-of-use");
        }

        @Override
        List<String> row(Answer user) {
            return List.of(
                    user.text("name").orElse("?"),
                    user.text("role").orElse("?"),
                    user.text("created").orElse("-"),
                    user.text("entered").orElse("-"),
                    user.text("disabled").orElse("-"));
        }
    }
}
