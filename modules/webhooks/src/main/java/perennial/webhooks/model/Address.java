package perennial.webhooks.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** Where a webhook's requests go. */
public record Address(URI uri) {
    private static final int LONGEST = 2000;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Words CLEAR = new Words(
            "The address is plain http: whoever is on the way can read what is sent. Use https.",
            "该地址为明文 http：途经者可以读到发送的内容。请使用 https。");

    /** @throws InvalidInputException if it is no http or https address, or user and password stand in it */
    public static Address parse(String text) {
        if (text.length() > LONGEST) {
            throw refusal("", "it is longer than " + LONGEST + " characters", "give a shorter one");
        }
        try {
            URI uri = new URI(text.strip());
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
                throw refusal(text, "it is no http or https address", "give such as https://crm.example/perennial");
            }
            if (uri.getRawUserInfo() != null) {
                throw refusal("", "user and password stand in it", "leave them out; requests are signed instead");
            }
            if (uri.getPort() > 65535 || uri.getRawFragment() != null) {
                throw refusal(text, "it has a fragment or a port that there can't be", "leave that out");
            }
            return new Address(uri);
        } catch (URISyntaxException e) {
            throw refusal(text, "it can't be read as an address", "give such as https://crm.example/perennial");
        }
    }

    private static InvalidInputException refusal(String text, String reason, String fix) {
        return new InvalidInputException("address", text, reason, fix);
    }

    /** What is unwise about it; plain http is fine on the machine itself. */
    public Optional<Words> warning() {
        boolean isClear = uri.getScheme().equalsIgnoreCase("http")
                && !LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
        return isClear ? Optional.of(CLEAR) : Optional.empty();
    }
}
