package perennial.console.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** The proxies whose word is taken for who asks; by default there are none. */
@ApplicationScoped
public class Proxies {
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{3,45}");

    private Set<String> trusted;

    /** Of the proxy that the container puts before it; it never works. */
    protected Proxies() {
        this(Optional.empty());
    }

    /** @param addresses those that requests come from when they come through such a proxy */
    @Inject
    public Proxies(@ConfigProperty(name = "perennial.proxies") Optional<List<String>> addresses) {
        trusted = Set.copyOf(addresses.orElse(List.of()));
        for (String address : trusted) {
            if (!ADDRESS.matcher(address).matches()) {
                throw new InvalidInputException(
                        "perennial.proxies",
                        address,
                        new Words("that is no address", "这不是一个地址"),
                        new Words(
                                "give the addresses of the proxies with commas between them, such as 127.0.0.1",
                                "请给出代理的地址，以逗号分隔，例如 127.0.0.1"));
            }
        }
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
            if (!trusted.contains(client) || !ADDRESS.matcher(next.strip()).matches()) {
                return client;
            }
            client = next.strip();
        }
        return client;
    }
}
