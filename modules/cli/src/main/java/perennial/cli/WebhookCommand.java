package perennial.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
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

/** Registers, lists and removes the addresses that are told what happens. */
@Command(name = "webhook")
final class WebhookCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private WebhookCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine of(Shell shell) {
        return new CommandLine(new WebhookCommand(shell.terminal()))
                .addSubcommand(new Add(shell))
                .addSubcommand(new ListAll(shell))
                .addSubcommand(new Pause(shell))
                .addSubcommand(new Resume(shell))
                .addSubcommand(new Remove(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), terminal.phrase("usage.no-command"));
    }

    @Command(name = "add")
    static final class Add implements Callable<Integer> {
        private final Shell shell;

        @Mixin
        private InstanceOption instance;

        @Option(names = "--address", paramLabel = "URL", required = true)
        private String address;

        @Option(names = "--kinds", paramLabel = "KIND", split = ",", defaultValue = "decision.made,stage.changed")
        private List<String> kinds = new ArrayList<>();

        @Option(names = "--about", paramLabel = "TEXT")
        private Optional<String> about = Optional.empty();

        Add(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Terminal terminal = shell.terminal();
            RemoteServer server = instance.directory(shell.environment()).server(terminal.locale());
            JsonObjectBuilder request =
                    Json.createObjectBuilder().add("address", address).add("kinds", Json.createArrayBuilder(kinds));
            about.ifPresent(text -> request.add("description", text));
            Answer registered = server.post("/webhooks", request.build());
            String language = terminal.locale().getLanguage().equals("zh") ? "zh" : "en";
            registered.object("webhook").object("warning").text(language).ifPresent(terminal::complain);
            terminal.answer(
                    registered.text("secret").orElseThrow(() -> Failure.of("server.strange", "POST /webhooks", 201)));
            return 0;
        }
    }

    @Command(name = "list")
    static final class ListAll extends Listing {
        ListAll(Shell shell) {
            super(
                    shell,
                    "/webhooks",
                    "webhook.id",
                    "webhook.address",
                    "webhook.kinds",
                    "webhook.state",
                    "webhook.waiting",
                    "webhook.failing");
        }

        @Override
        List<String> row(Answer webhook) {
            return List.of(
                    webhook.count("id").map(String::valueOf).orElse("?"),
                    webhook.text("address").orElse("?"),
                    String.join(",", webhook.texts("kinds")),
                    webhook.text("state").orElse("?"),
                    webhook.count("waiting").map(String::valueOf).orElse("?"),
                    webhook.text("failingSince").orElse("-"));
        }
    }

    /** A command on one webhook. */
    private abstract static class OnOne implements Callable<Integer> {
        private final Shell shell;
        private final String phrase;

        @Mixin
        private InstanceOption instance;

        @Option(names = "--id", paramLabel = "N", required = true)
        private long id;

        OnOne(Shell shell, String phrase) {
            this.shell = shell;
            this.phrase = phrase;
        }

        abstract void act(RemoteServer server, String path);

        @Override
        public Integer call() {
            act(instance.directory(shell.environment()).server(shell.terminal().locale()), "/webhooks/" + id);
            shell.terminal().say(phrase, Long.toString(id));
            return 0;
        }
    }

    @Command(name = "pause")
    static final class Pause extends OnOne {
        Pause(Shell shell) {
            super(shell, "webhook.paused");
        }

        @Override
        void act(RemoteServer server, String path) {
            server.post(path + "/pause");
        }
    }

    @Command(name = "resume")
    static final class Resume extends OnOne {
        Resume(Shell shell) {
            super(shell, "webhook.resumed");
        }

        @Override
        void act(RemoteServer server, String path) {
            server.post(path + "/resume");
        }
    }

    @Command(name = "remove")
    static final class Remove extends OnOne {
        Remove(Shell shell) {
            super(shell, "webhook.removed");
        }

        @Override
        void act(RemoteServer server, String path) {
            server.delete(path);
        }
    }
}
