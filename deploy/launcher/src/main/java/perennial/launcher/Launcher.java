package perennial.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Starts Payara Micro with the EAR that lies beside this jar. Settings come from the environment, so that no password
 * shows in the list of processes: see {@link Settings}.
 */
public final class Launcher {
    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=";

    private static final String SCHEME =
            "configs.config.server-config.network-config.protocols.protocol.http-listener.http.scheme-mapping=";

    private static final String JOBS = "resources.jdbc-connection-pool.H2Pool.";

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.from(System.getenv());
        Path installation = installation();
        settings.properties().forEach(System::setProperty);
        if (settings.logsJson()) {
            System.setOut(StrayLines.into(System.out));
        }
        Path root = ServerRoot.prepare(installation.resolve("payara"), settings.dataDirectory(), settings.logsJson());
        PayaraMicroRuntime server = boot(installation, root, settings);
        deploy(server, settings.ear().orElse(installation.resolve("perennial.ear")));
    }

    private static Path installation() throws URISyntaxException, IOException {
        Path jar = Path.of(Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return jar.toRealPath().resolveSibling("");
    }

    private static PayaraMicroRuntime boot(Path installation, Path root, Settings settings) throws BootstrapException {
        PayaraMicro.setUpackedJarDir(installation.resolve("payara").toFile());
        PayaraMicro micro = PayaraMicro.getInstance();
        micro.setRootDir(root.toFile());
        // Only this: setNoCluster beside it would start Hazelcast on every interface.
        micro.setNoHazelcast(true);
        micro.setHttpPort(settings.port());
        micro.setPrintLogo(false);
        micro.setPreBootHandler(commands -> configure(settings, commands));
        return micro.bootStrap();
    }

    private static void configure(Settings settings, AdminCommandRunner commands) {
        commands.run("set", LISTENER + settings.host());
        if (settings.isBehindProxy()) {
            // So that cookies are marked as secure, and redirections lead to https.
            commands.run("set", SCHEME + "X-Forwarded-Proto");
        }
        // The job repository takes part in transactions over our own database, so one of the two must know two phases.
        commands.run("set", JOBS + "res-type=javax.sql.XADataSource");
        // What is to be done stands in our own database, so jobs are remembered no longer than the server runs; a
        // repository in memory is harmed by no full disk and by no kill.
        commands.run("set", JOBS + "property.URL=jdbc:h2:mem:jobs;DB_CLOSE_DELAY=-1");
    }

    private static void deploy(PayaraMicroRuntime server, Path ear) throws BootstrapException {
        server.deploy(ear.toFile());
        // deploy() answers true for a failed deployment too, so ask what is there.
        if (!server.getDeployedApplicationNames().contains("perennial")) {
            server.shutdown();
            System.err.println("perennial: the application could not be deployed; the log above says why");
            Runtime.getRuntime().halt(1);
        }
    }
}
