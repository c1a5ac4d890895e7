package perennial.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import perennial.cli.server.DataDirectory;
import picocli.CommandLine.Option;

/** Which installation a command is about. */
final class InstanceOption {
    @Option(names = "--data-dir", paramLabel = "DIR")
    private Optional<Path> dataDirectory = Optional.empty();

    DataDirectory directory(Map<String, String> environment) {
        return dataDirectory.map(DataDirectory::at).orElseGet(() -> DataDirectory.by(environment));
    }
}
