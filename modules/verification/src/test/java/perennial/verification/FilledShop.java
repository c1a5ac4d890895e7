package perennial.verification;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The installation that every class shares which only needs the simulated shop with its first run: started by the first
 * one, stopped after the last. Whoever writes to it leaves customers, imports and runs as they are.
 */
public final class FilledShop implements ParameterResolver {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(FilledShop.class);

    /** The running shop. */
    public static final class Running implements AutoCloseable {
        private final Installation installation;
        private final JsonObject summary;
        private final String base;
        private final Map<String, String> keys = new HashMap<>();

        private Running() {
            try {
                installation = Installation.empty("simulated");
                Installation.Said said = installation.shell("start", "--json");
                if (said.exit() != 0) {
                    throw new IllegalStateException(said.errors());
                }
                summary = said.json();
                base = installation.address() + "/api/v1";
            } catch (IOException e) {
                throw new IllegalStateException("the simulated shop did not start", e);
            }
        }

        public Installation installation() {
            return installation;
        }

        /** What the first start printed. */
        JsonObject summary() {
            return summary;
        }

        String base() {
            return base;
        }

        /** One key of each role for all. */
        public synchronized String key(String role) throws IOException {
            String key = keys.get(role);
            if (key == null) {
                key = installation.key(role);
                keys.put(role, key);
            }
            return key;
        }

        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(base + path));
        }

        HttpResponse<String> send(HttpRequest.Builder request, String role) throws IOException, InterruptedException {
            return Installation.send(request, key(role));
        }

        @Override
        public void close() throws IOException {
            installation.shell("stop");
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(Running.class, type -> new Running(), Running.class);
    }
}
