package perennial.crmapi.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The body of a request, which leaves its fingerprint behind as it is read: a large one is never held in memory. */
final class Body {
    private final DigestInputStream content;

    private Body(DigestInputStream content) {
        this.content = content;
    }

    /** From now on the request's body is this one. */
    static Body of(ContainerRequestContext request) {
        try {
            DigestInputStream content =
                    new DigestInputStream(request.getEntityStream(), MessageDigest.getInstance("SHA-256"));
            request.setEntityStream(content);
            return new Body(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of all of it: what a parser left unread after its last brace counts too. Asked once. */
    String fingerprint() throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(content.getMessageDigest().digest());
    }
}
