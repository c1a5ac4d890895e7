package perennial.crmapi.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The body of a request, which leaves its fingerprint behind as it is read: a large one is never held in memory. */
final class Body extends FilterInputStream {
    private final MessageDigest digest;
    private boolean open = true;

    private Body(DigestInputStream content) {
        super(content);
        this.digest = content.getMessageDigest();
    }

    /** From now on the request's body is this one. */
    static Body of(ContainerRequestContext request) {
        try {
            Body body =
                    new Body(new DigestInputStream(request.getEntityStream(), MessageDigest.getInstance("SHA-256")));
            request.setEntityStream(body);
            return body;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What a parser left unread after its last brace counts too. */
    @Override
    public void close() throws IOException {
        if (open) {
            transferTo(OutputStream.nullOutputStream());
            open = false;
            super.close();
        }
    }

    /** Of all of it; asked once. */
    String fingerprint() throws IOException {
        close();
        return HexFormat.of().formatHex(digest.digest());
    }
}
