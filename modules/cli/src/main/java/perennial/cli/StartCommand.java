package perennial.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.cli.server.DataDirectory;
import perennial.cli.server.Memory;
import perennial.cli.server.Ports;
import perennial.cli.server.RemoteServer;
import perennial.cli.server.ServerProcess;
import perennial.cli.server.ServerStart;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Terminal;
import perennial.cli.work.Desk;
import perennial.cli.work.Filling;
import perennial.cli.work.Readiness;
import perennial.cli.work.Sample;
import perennial.kernel.InvalidInputException;
import perennial.kernel.ProxyAddresses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "start")
final class StartCommand implements Callable<Integer> {
    private static final String USUAL_HOST = "127.0.0.1";

    private final Shell shell;

    @Mixin
    private InstanceOption instance;

    @Option(names = "--port", paramLabel = "PORT")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--host", paramLabel = "ADDRESS")
    private Optional<String> host = Optional.empty();

    @Option(names = "--sample", paramLabel = "SAMPLE")
    private Optional<Sample> sample = Optional.empty();

    @Option(names = "--database-url", paramLabel = "URL")
    private Optional<String> databaseUrl = Optional.empty();

    @Option(names = "--foreground")
    private boolean isForeground;

    @Option(names = "--json")
    private boolean isJson;

    StartCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        DataDirectory directory = instance.directory(shell.environment());
        directory.claim();
        ServerProcess process;
        try (FileChannel held = directory
                .workplace()
                .orElseThrow(() -> Failure.of("start.busy", directory.path().toString()))) {
            process = opened(directory, shell.terminal().forDocument(isJson));
        }
        if (isForeground) {
            process.awaitEnd();
            directory.forgetProcess();
        }
        return 0;
    }

    private ServerProcess opened(DataDirectory directory, Terminal terminal) throws IOException {
        Optional<ServerProcess> running = directory.process().filter(ServerProcess::isAlive);
        ServerProcess process =
                running.isPresent() ? continued(running.get(), directory, terminal) : launched(directory, terminal);
        if (isForeground) {
            Runtime.getRuntime().addShutdownHook(new Thread(process::end));
        }
        RemoteServer server = directory.server(process, terminal.locale());
        Desk desk = new Desk(server, terminal, shell.pace());
        new Readiness(desk, shell.clock()).await(process, directory.log());
        directory.remember(process.ready());
        database(directory)
                .ifPresent(url -> directory.remember(memory(directory).withDatabase(url)));
        new Filling(directory, desk, shell.environment()).complete(sample);
        Opening.of(directory, server).tell(terminal, isJson);
        return process;
    }

    private ServerProcess continued(ServerProcess running, DataDirectory directory, Terminal terminal) {
        Optional<String> database = memory(directory).databaseUrl();
        if (port.filter(wanted -> wanted != running.port()).isPresent()
                || host.filter(wanted -> !wanted.equals(running.host())).isPresent()
                || databaseUrl.filter(url -> !database.equals(Optional.of(url))).isPresent()) {
            throw Failure.of("start.already-otherwise", running.address().toString());
        }
        terminal.say("start.already", running.address().toString());
        return running;
    }

    private ServerProcess launched(DataDirectory directory, Terminal terminal) throws IOException {
        if (sample.isPresent() && memory(directory).sample().isEmpty()) {
            Filling.checkNeeds(sample.get(), shell.environment());
        }
        setting("PERENNIAL_PROXIES").ifPresent(StartCommand::checkProxies);
        String address = host.or(() -> setting("PERENNIAL_HOST")).orElse(USUAL_HOST);
        Optional<Integer> wanted = port.or(() -> setting("PERENNIAL_PORT").map(StartCommand::port));
        int free = Ports.choose(address, wanted);
        if (wanted.isEmpty() && free != Ports.USUAL) {
            terminal.say("port.other", String.valueOf(Ports.USUAL), String.valueOf(free));
        }
        return new ServerStart(shell.distribution(), address, free, database(directory), flags()).launch(directory);
    }

    private List<String> flags() {
        return setting("PERENNIAL_JVM_FLAGS").stream()
                .flatMap(flags -> Arrays.stream(flags.strip().split("\\s+")))
                .toList();
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Failure.misused("usage.bad-value", text, "PERENNIAL_PORT");
        }
    }

    private static void checkProxies(String addresses) {
        try {
            ProxyAddresses.parse(addresses);
        } catch (InvalidInputException wrong) {
            throw Failure.misused("start.bad-proxy", wrong.value());
        }
    }

    /** A database that was named once is the database of this directory from then on. */
    private Optional<String> database(DataDirectory directory) {
        return databaseUrl.or(() -> setting("PERENNIAL_DATABASE_URL")).or(memory(directory)::databaseUrl);
    }

    private static Memory memory(DataDirectory directory) {
        return directory.memory().orElse(Memory.NONE);
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(shell.environment().get(name)).filter(value -> !value.isBlank());
    }
}
