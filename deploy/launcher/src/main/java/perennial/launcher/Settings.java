package perennial.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the server is told at start, from the environment.
 *
 * <ul>
 *   <li>{@code PERENNIAL_HOME}: the data directory (needed)
 *   <li>{@code PERENNIAL_HOST}: the address to listen on, 127.0.0.1 by default
 *   <li>{@code PERENNIAL_PORT}: the port, 8080 by default
 *   <li>{@code PERENNIAL_DATABASE_URL}: a JDBC address of PostgreSQL or H2, with user and password in it; a file of
 *       the embedded H2 in the data directory by default
 *   <li>{@code PERENNIAL_LOG}: {@code json}, the default, or {@code text}
 *   <li>{@code PERENNIAL_PROXIES}: addresses of proxies, with commas between them, that say by {@code X-Forwarded-Proto}
 *       whether they were asked by TLS and by {@code X-Forwarded-For} by whom; none by default
 *   <li>{@code PERENNIAL_EAR}: another EAR than the one beside the launcher
 * </ul>
 */
record Settings(
        Path dataDirectory,
        String host,
        int port,
        String databaseUrl,
        boolean logsJson,
        boolean isBehindProxy,
        Optional<Path> ear) {
    /**
     * A live decision asks some thirty questions, of which a connection would remember eight, and reads their pages from
     * the file unless an eighth of the memory is theirs.
     */
    private static final String H2 =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=40"
                    + ";CACHE_SIZE=" + Runtime.getRuntime().maxMemory() / 1024 / 8;

    /** When the server has put its own handlers away, a few lines more go through Java's own formatter. */
    private static final String LAST_WORDS =
            "{\"time\":\"%1$tFT%1$tT.%1$tL%1$tz\",\"level\":\"%4$s\",\"logger\":\"%3$s\",\"message\":\"%5$s\"}%n";

    static Settings from(Map<String, String> environment) {
        String home = Optional.ofNullable(environment.get("PERENNIAL_HOME"))
                .orElseThrow(() -> new IllegalArgumentException("PERENNIAL_HOME must name the data directory"));
        Path data = Path.of(home).toAbsolutePath();
        return new Settings(
                data,
                environment.getOrDefault("PERENNIAL_HOST", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("PERENNIAL_PORT", "8080")),
                environment.getOrDefault("PERENNIAL_DATABASE_URL", "jdbc:h2:file:" + data.resolve("db/perennial") + H2),
                logsJson(environment.getOrDefault("PERENNIAL_LOG", "json")),
                !environment.getOrDefault("PERENNIAL_PROXIES", "").isBlank(),
                Optional.ofNullable(environment.get("PERENNIAL_EAR")).map(Path::of));
    }

    private static boolean logsJson(String form) {
        return switch (form) {
            case "json" -> true;
            case "text" -> false;
            default -> throw new IllegalArgumentException("PERENNIAL_LOG is json or text, not " + form);
        };
    }

    /** What the application and the server read as system properties. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("payaramicro.disablePhoneHome", "true");
        // Before the application is there nothing is ready, and Payara alone would say it were.
        properties.put("mp.health.default.readiness.empty.response", "DOWN");
        if (logsJson) {
            properties.put("java.util.logging.SimpleFormatter.format", LAST_WORDS);
        }
        properties.put("h2.bindAddress", "127.0.0.1");
        // Else it prints past the log that nobody listens to it.
        properties.put("slf4j.internal.verbosity", "ERROR");
        properties.put("perennial.home", dataDirectory.toString());
        properties.put("perennial.database.driver", driver());
        properties.put("perennial.database.url", databaseUrl);
        properties.put("perennial.database.user", inAddress("user").orElse("perennial"));
        properties.put("perennial.database.password", inAddress("password").orElse(""));
        return properties;
    }

    private String driver() {
        if (databaseUrl.startsWith("jdbc:postgresql:")) {
            return "org.postgresql.ds.PGSimpleDataSource";
        }
        if (databaseUrl.startsWith("jdbc:h2:")) {
            return "perennial.storage.jpa.EmbeddedDataSource";
        }
        throw new IllegalArgumentException("the database address must begin with jdbc:postgresql: or jdbc:h2:");
    }

    private Optional<String> inAddress(String name) {
        return Arrays.stream(databaseUrl.split("[?&;]"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst();
    }
}
