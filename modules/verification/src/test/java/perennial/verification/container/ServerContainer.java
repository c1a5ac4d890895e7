package perennial.verification.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;

/**
 * Starts one server for each deployment: the launcher that ships, or, where the system property {@code
 * perennial.server} says "full", a stock Payara Server.
 */
public class ServerContainer implements DeployableContainer<ServerContainer.Nothing> {
    private @Nullable Server server;

    /** There is nothing to configure. */
    public static class Nothing implements ContainerConfiguration {
        @Override
        public void validate() {}
    }

    @Override
    public Class<Nothing> getConfigurationClass() {
        return Nothing.class;
    }

    @Override
    public void setup(Nothing configuration) {}

    @Override
    public void start() {}

    @Override
    public void stop() {
        Optional.ofNullable(server).ifPresent(Server::stop);
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 6.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            Path work = Files.createDirectories(Path.of(System.getProperty("perennial.work")));
            Path home = Files.createTempDirectory(work, "home");
            Path ear = home.resolve("perennial.ear");
            archive.as(ZipExporter.class).exportTo(ear.toFile());
            Database database = Database.chosen();
            server = "full".equals(System.getProperty("perennial.server"))
                    ? FullServer.start(ear, home, database)
                    : LaunchedServer.start(ear, home, database);
            return new ProtocolMetaData().addContext(new HTTPContext("127.0.0.1", server.port()));
        } catch (IOException e) {
            throw new DeploymentException("the server did not start", e);
        }
    }

    @Override
    public void undeploy(Archive<?> archive) {
        stop();
        server = null;
    }
}
