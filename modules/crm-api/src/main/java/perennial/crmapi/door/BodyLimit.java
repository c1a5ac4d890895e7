package perennial.crmapi.door;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import perennial.crmapi.failure.RefusedException;

/** No body is larger than one megabyte, except that of a call that takes a stream. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class BodyLimit implements ContainerRequestFilter {
    private static final Logger LOG = System.getLogger(BodyLimit.class.getName());
    private static final long MOST = 1_000_000;
    private static final long PATIENCE = 16 * MOST;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (Arrays.asList(resource.getResourceMethod().getParameterTypes()).contains(InputStream.class)) {
            return;
        }
        if (request.getLength() > MOST) {
            readOn(request.getEntityStream());
            throw RefusedException.bySize(MOST);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Counted(request.getEntityStream()));
        }
    }

    /** Who still sends would not see the answer; there is an end to that patience too. */
    private static void readOn(InputStream body) {
        try {
            body.skipNBytes(PATIENCE);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the sender is gone", e);
        }
    }

    /** Bodies that don't tell their length are stopped where they pass the limit. */
    private static final class Counted extends FilterInputStream {
        private long read;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int some = super.read(buffer, from, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int some) {
            read += some;
            if (read > MOST) {
                readOn(in);
                throw RefusedException.bySize(MOST);
            }
        }
    }
}
