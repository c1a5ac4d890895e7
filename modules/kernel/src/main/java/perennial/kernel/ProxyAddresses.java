package perennial.kernel;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From where proxies ask that are believed for whom they ask. */
public record ProxyAddresses(Set<String> all) {
    private static final Pattern BYTE = Pattern.compile("25[0-5]|(2[0-4]|1?[0-9])?[0-9]");
    private static final Pattern FOUR = Pattern.compile("(" + BYTE + ")(\\.(" + BYTE + ")){3}");
    private static final Pattern SIX = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:]{2,39}(:" + FOUR + ")?");

    public ProxyAddresses {
        all = Set.copyOf(all);
    }

    /**
     * Reads them as an operator writes them, with commas between them.
     *
     * @throws InvalidInputException if one is no address of the internet protocol, version 4 or 6
     */
    public static ProxyAddresses parse(String text) {
        Set<String> all = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toSet());
        for (String address : all) {
            if (!isAddress(address)) {
                throw new InvalidInputException(
                        "perennial.proxies",
                        address,
                        new Words("that is no address", "这不是一个地址"),
                        new Words(
                                "give the addresses of the proxies with commas between them, such as 127.0.0.1",
                                "请给出代理的地址，以逗号分隔，例如 127.0.0.1"));
            }
        }
        return new ProxyAddresses(all);
    }

    public static boolean isAddress(String text) {
        return FOUR.matcher(text).matches() || SIX.matcher(text).matches();
    }
}
