package perennial.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A file of events on its way to a server, which has got one half of it and waits for the other. */
final class HalfSentFile implements AutoCloseable {
    static final String NAME = "half-sent.ndjson.gz";

    private final Socket socket;
    private final byte[] rest;

    private HalfSentFile(Socket socket, byte[] rest) {
        this.socket = socket;
        this.rest = rest;
    }

    /** Returns when some of it lies in the server's inbox. */
    static HalfSentFile to(Installation installation, Path file) throws Exception {
        byte[] content = Files.readAllBytes(file);
        int half = content.length / 2;
        URI server = URI.create(installation.address());
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout((int) Patience.LONGEST.toMillis());
        String head = "POST /api/v1/imports?mapping=perennial-events&file=" + NAME + " HTTP/1.1\r\nHost: "
                + server.getAuthority() + "\r\nAuthorization: Bearer " + installation.token()
                + "\r\nContent-Type: application/octet-stream\r\nConnection: close\r\nContent-Length: " + content.length
                + "\r\n\r\n";
        OutputStream to = socket.getOutputStream();
        to.write(head.getBytes(StandardCharsets.US_ASCII));
        to.write(content, 0, half);
        to.flush();
        Patience.until(
                installation,
                "a part of the file",
                () -> !received(installation.home()).isEmpty());
        return new HalfSentFile(socket, Arrays.copyOfRange(content, half, content.length));
    }

    private static List<Path> received(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("inbox"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".part"))
                    .toList();
        }
    }

    boolean isUnderWay() {
        return !socket.isClosed();
    }

    /** Sends the other half and returns the head of the answer, line by line. */
    List<String> sendRest() throws IOException {
        socket.getOutputStream().write(rest);
        socket.getOutputStream().flush();
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        List<String> head = answer.lines().takeWhile(line -> !line.isEmpty()).toList();
        socket.close();
        return head;
    }

    /** Whether its sender learns that it has not arrived. */
    boolean isCutOff() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException waiting) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
