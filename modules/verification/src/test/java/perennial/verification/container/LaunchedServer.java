package perennial.verification.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The launcher that ships, in a process of its own. */
record LaunchedServer(Process process, int port, Database database) implements Server {

    static LaunchedServer start(Path ear, Path home, Database database) throws IOException {
        int port = Server.freePort();
        Path log = home.resolve("server.log");
        Path launcher = Path.of(System.getProperty("perennial.dist"), "launcher.jar");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx1g",
                        "-jar",
                        launcher.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("PERENNIAL_HOME", home.toString());
        environment.put("PERENNIAL_PORT", Integer.toString(port));
        environment.put("PERENNIAL_EAR", ear.toString());
        database.address().ifPresent(address -> environment.put("PERENNIAL_DATABASE_URL", address));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Server.awaitReady(port, process::isAlive, log);
        return new LaunchedServer(process, port, database);
    }

    @Override
    public void stop() {
        process.destroy();
        process.onExit().join();
        database.stop();
    }
}
