package perennial.verification.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the console with cookies, links and forms, but without a browser: what a script could try. */
public final class Visit {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*?value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;
    private final Map<String, String> carried;

    public Visit(String address) {
        this(address, Map.of());
    }

    /** @param carried headers that a proxy on the way adds to every request */
    Visit(String address, Map<String, String> carried) {
        this.address = address;
        this.carried = carried;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(5))
                .header("Accept-Language", "en");
        carried.forEach(request::header);
        return request;
    }

    /** Sends the form of that name on a page, with what is hidden in it and what is typed. */
    public HttpResponse<String> submit(String page, String form, Map<String, String> typed)
            throws IOException, InterruptedException {
        return submit(page, form, typed, address);
    }

    HttpResponse<String> submit(String page, String form, Map<String, String> typed, String origin)
            throws IOException, InterruptedException {
        Map<String, String> fields = hidden(get(page).body(), form);
        typed.forEach((name, value) -> fields.put(form + ":" + name, value));
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return client.send(
                request(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> logIn(String name, String password) throws IOException, InterruptedException {
        return submit("/login", "login", Map.of("name", name, "password", password, "enter", "enter"));
    }

    /** The number of the session. */
    Optional<String> session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    private static Map<String, String> hidden(String page, String form) {
        int start = page.indexOf("<form id=\"" + form + "\"");
        String within = page.substring(start, page.indexOf("</form>", start));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = HIDDEN.matcher(within);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
