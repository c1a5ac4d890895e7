package perennial.verification.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stock Payara Server, set up by the steps that the operator's guide tells. */
record FullServer(Path asadmin, Path domains, int port, Database database) implements Server {
    static FullServer start(Path ear, Path home, Database database) throws IOException {
        Path asadmin = Path.of(System.getProperty("perennial.full-server"), "bin", "asadmin");
        Path domains = home.resolve("domains");
        int port = Server.freePort();
        int admin = Server.freePort();
        FullServer server = new FullServer(asadmin, domains, port, database);
        server.run(
                "create-domain",
                "--nopassword",
                "--adminport",
                "" + admin,
                "--instanceport",
                "" + port,
                "--domaindir",
                domains.toString(),
                "--domainproperties",
                freePorts(),
                "perennial");
        listenOnThisMachineOnly(domains.resolve("perennial/config/domain.xml"));
        server.run("start-domain", "--domaindir", domains.toString(), "perennial");
        String at = "--port=" + admin;
        server.run(at, "create-system-properties", "perennial.home=" + home);
        server.run(at, "deploy", "--name", "perennial", ear.toString());
        Server.awaitReady(port, () -> true, domains.resolve("perennial/logs/server.log"));
        return server;
    }

    /** Before the first start: a listener whose address changes while it runs is lost until the next start. */
    private static void listenOnThisMachineOnly(Path configuration) throws IOException {
        String xml = Files.readString(configuration);
        Files.writeString(
                configuration,
                xml.replaceAll("<network-listener (?![^>]*address=)", "<network-listener address=\"127.0.0.1\" ")
                        .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\""));
    }

    private static String freePorts() throws IOException {
        List<String> properties = new ArrayList<>();
        for (String name : List.of(
                "http.ssl.port",
                "jms.port",
                "domain.jmxPort",
                "orb.listener.port",
                "orb.ssl.port",
                "orb.mutualauth.port",
                "osgi.shell.telnet.port",
                "java.debugger.port")) {
            properties.add(name + "=" + Server.freePort());
        }
        return String.join(":", properties);
    }

    private void run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(asadmin.toString(), "--user=admin", "--interactive=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", arguments) + ": " + output);
        }
    }

    @Override
    public void stop() {
        try {
            run("stop-domain", "--domaindir", domains.toString(), "perennial");
            Files.deleteIfExists(domains.resolve("perennial/config/pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.stop();
    }
}
