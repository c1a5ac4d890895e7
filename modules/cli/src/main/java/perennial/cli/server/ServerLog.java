package perennial.cli.server;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The log of a server that did not come up, for the lines that tell why. */
public record ServerLog(Path path) {
    private static final int MOST = 15;
    private static final int LONGEST = 300;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern TELLING = Pattern.compile("SEVERE|Exception|Error\\b|Caused by|^perennial:");
    private static final Pattern STACK = Pattern.compile("^\\s+at ");

    /** The last lines that speak of a failure; if none does, the last lines. No control characters, no stack frames. */
    public List<String> tellingLines() {
        List<String> lines = lines();
        List<String> telling =
                lines.stream().filter(line -> TELLING.matcher(line).find()).toList();
        return last(telling.isEmpty() ? lines : telling);
    }

    private List<String> lines() {
        try (Stream<String> lines = Files.lines(path)) {
            return lines.flatMap(ServerLog::told)
                    .filter(line -> !line.isBlank())
                    .filter(line -> !STACK.matcher(line).find())
                    .map(line -> COLOUR.matcher(line).replaceAll(""))
                    .map(line -> line.substring(0, Math.min(LONGEST, line.length())))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The words of a line that is a JSON object; any other line as it is. */
    private static Stream<String> told(String line) {
        if (!line.startsWith("{")) {
            return Stream.of(line);
        }
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject entry = reader.readObject();
            String message = entry.getString("level", "") + ": " + entry.getString("message", "");
            return Stream.concat(message.lines(), entry.getString("failure", "").lines());
        } catch (JsonException e) {
            return Stream.of(line);
        }
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - MOST), lines.size());
    }
}
