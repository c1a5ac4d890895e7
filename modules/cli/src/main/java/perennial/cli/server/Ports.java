package perennial.cli.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import perennial.cli.terminal.Failure;

/** Which port a server may listen on. */
public final class Ports {
    /** Where it listens unless told otherwise. */
    public static final int USUAL = 8080;

    private static final int TRIED = 100;
    private static final int HIGHEST = 65535;

    private Ports() {}

    /** The port asked for, which must be free; else the usual one or the next free one after it. */
    public static int choose(String host, Optional<Integer> wanted) {
        if (wanted.isPresent()) {
            if (wanted.get() < 1 || wanted.get() > HIGHEST) {
                throw Failure.misused("usage.bad-value", String.valueOf(wanted.get()), "--port");
            }
            if (!isFree(host, wanted.get())) {
                throw Failure.of("port.taken", String.valueOf(wanted.get()), host);
            }
            return wanted.get();
        }
        OptionalInt free = IntStream.range(USUAL, USUAL + TRIED)
                .filter(port -> isFree(host, port))
                .findFirst();
        return free.orElseThrow(() -> Failure.of("port.none", host));
    }

    private static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return socket.isBound();
        } catch (UnknownHostException e) {
            throw Failure.of("host.unknown", host);
        } catch (IOException e) {
            return false;
        }
    }
}
