package perennial.verification.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stock Payara Server, set up by the script that the operator's guide names. */
record FullServer(Path home, int port, Database database) implements Server {
    static FullServer start(Path ear, Path home, Database database) throws IOException {
        FullServer server = new FullServer(home, Server.freePort(), database);
        server.run("start", ear.toString(), "" + server.port(), "" + Server.freePort());
        Server.awaitReady(server.port(), () -> true, home.resolve("domains/perennial/logs/server.log"));
        return server;
    }

    private void run(String action, String... more) throws IOException {
        Path script = Path.of(System.getProperty("perennial.dist"), "..", "..", "..", "stock-server");
        List<String> command = new ArrayList<>(
                List.of("bash", script.toString(), action, System.getProperty("perennial.full-server"), home + ""));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("AS_JAVA", System.getProperty("java.home"));
        database.address().ifPresent(address -> environment.put("PERENNIAL_DATABASE_URL", address));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(action + ": " + output);
        }
    }

    @Override
    public void stop() {
        try {
            run("stop");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.stop();
    }
}
