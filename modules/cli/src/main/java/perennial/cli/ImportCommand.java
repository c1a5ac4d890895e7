package perennial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import perennial.cli.server.Answer;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Terminal;
import perennial.cli.work.Desk;
import perennial.cli.work.FileImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private InstanceOption instance;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--mapping", paramLabel = "MAPPING", required = true)
    private String mapping;

    @Option(names = "--json")
    private boolean isJson;

    ImportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Failure.of("import.no-file", file.toAbsolutePath().toString());
        }
        Terminal terminal = shell.terminal().forDocument(isJson);
        RemoteServer server = instance.directory(shell.environment()).server(terminal.locale());
        String name = mappingName(server);
        Answer report = new FileImport(new Desk(server, terminal, shell.pace())).send(file, name);
        if (isJson) {
            terminal.answer(report.json());
        } else {
            terminal.say("import.next");
        }
        return 0;
    }

    /** A mapping file goes to the server first, under its own name; anything else is a name already. */
    private String mappingName(RemoteServer server) throws IOException {
        if (!mapping.endsWith(".yaml") && !mapping.endsWith(".yml")) {
            return mapping;
        }
        Path path = Path.of(mapping);
        if (!Files.isReadable(path)) {
            throw Failure.of("import.no-mapping", path.toAbsolutePath().toString());
        }
        String name = String.valueOf(path.getFileName()).replaceFirst("\\.ya?ml$", "");
        server.put("/mappings/" + RemoteServer.encoded(name), "application/yaml", Files.readString(path));
        return name;
    }
}
