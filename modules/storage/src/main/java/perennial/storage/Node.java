package perennial.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This server among those that share a database: the same after a restart, so that it takes up its own work without
 * waiting, and another one on each machine and in each container, where data directories may have the same name.
 */
@Dependent
public class Node {
    private final String name;

    /** @param home the data directory */
    @Inject
    public Node(@ConfigProperty(name = "perennial.home", defaultValue = "perennial") String home) {
        this.name = home + " on " + host();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unnamed host";
        }
    }

    public String name() {
        return name;
    }
}
