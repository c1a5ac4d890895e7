package perennial.console.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.kernel.ProxyAddresses;

/** The proxies whose word is taken for who asks; by default there are none. */
@ApplicationScoped
public class Proxies {
    private static final Logger LOG = System.getLogger(Proxies.class.getName());

    private ProxyAddresses trusted;

    /** Of the proxy that the container puts before it; it never works. */
    protected Proxies() {
        this(Optional.empty());
    }

    /**
     * @param addresses those that requests come from when they come through such a proxy, with commas between them: the
     *     server can't inject a list that may be missing
     */
    @Inject
    public Proxies(@ConfigProperty(name = "perennial.proxies") Optional<String> addresses) {
        trusted = ProxyAddresses.parse(addresses.orElse(""));
    }

    /** So that a wrong setting keeps the application from being deployed, and not everybody from logging in. */
    void onStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        LOG.log(Level.DEBUG, "trusted proxies: {0}", trusted);
    }

    /** The address of whoever asks. */
    String client(HttpServletRequest request) {
        return client(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /**
     * From the nearest outwards as far as proxies are trusted: what stands before that anybody may have written.
     *
     * @param forwarded the values of the header, each with the nearest proxy's word last
     */
    String client(String peer, List<String> forwarded) {
        List<String> way = new ArrayList<>(List.of(String.join(",", forwarded).split(",")));
        Collections.reverse(way);
        String client = peer;
        for (String next : way) {
            if (!trusted.all().contains(client) || !ProxyAddresses.isAddress(next.strip())) {
                return client;
            }
            client = next.strip();
        }
        return client;
    }
}
