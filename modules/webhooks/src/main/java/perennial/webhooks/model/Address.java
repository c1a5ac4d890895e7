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
    private static final Words EXAMPLE =
            new Words("give such as https://crm.example/perennial", "请给出例如 https://crm.example/perennial");
    private static final Words CLEAR = new Words(
            "The address is plain http: whoever is on the way can read what is sent. Use https.",
            "该地址为明文 http：途经者可以读到发送的内容。请使用 https。");

    /** @throws InvalidInputException if it is no http or https address, or user and password stand in it */
    public static Address parse(String text) {
        if (text.length() > LONGEST) {
            throw refusal(
                    "",
                    new Words("it is longer than " + LONGEST + " characters", "超过 " + LONGEST + " 个字符"),
                    new Words("give a shorter one", "请给出更短的地址"));
        }
        try {
            URI uri = new URI(text.strip());
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
                throw refusal(text, new Words("it is no http or https address", "不是 http 或 https 地址"), EXAMPLE);
            }
            if (uri.getRawUserInfo() != null) {
                throw refusal(
                        "",
                        new Words("user and password stand in it", "其中含有用户名或密码"),
                        new Words("leave them out; requests are signed instead", "请去掉；请求另有签名"));
            }
            if (uri.getPort() > 65535 || uri.getRawFragment() != null) {
                throw refusal(
                        text,
                        new Words("it has a fragment or a port that there can't be", "含有片段或不可能的端口"),
                        new Words("leave that out", "请去掉"));
            }
            return new Address(uri);
        } catch (URISyntaxException e) {
            throw refusal(text, new Words("it can't be read as an address", "无法识别为地址"), EXAMPLE);
        }
    }

    private static InvalidInputException refusal(String text, Words reason, Words fix) {
        return new InvalidInputException("address", text, reason, fix);
    }

    /** What is unwise about it; plain http is fine on the machine itself. */
    public Optional<Words> warning() {
        boolean isClear = uri.getScheme().equalsIgnoreCase("http")
                && !LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
        return isClear ? Optional.of(CLEAR) : Optional.empty();
    }
}
