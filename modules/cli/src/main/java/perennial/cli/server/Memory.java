package perennial.cli.server;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the CLI remembers between two starts.
 *
 * @param databaseUrl the database that was named at a start; it may carry a password
 * @param sample the sample that fills this installation
 * @param filled the sample's files that were taken in
 */
public record Memory(Optional<String> databaseUrl, Optional<String> sample, List<String> filled) {
    public static final Memory NONE = new Memory(Optional.empty(), Optional.empty(), List.of());

    static Memory from(Answer file) {
        return new Memory(file.text("databaseUrl"), file.text("sample"), file.texts("filled"));
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        databaseUrl.ifPresent(url -> json.add("databaseUrl", url));
        sample.ifPresent(name -> json.add("sample", name));
        JsonArrayBuilder files = Json.createArrayBuilder();
        filled.forEach(files::add);
        return json.add("filled", files).build();
    }

    public Memory withDatabase(String url) {
        return new Memory(Optional.of(url), sample, filled);
    }

    public Memory withSample(String name) {
        return new Memory(databaseUrl, Optional.of(name), filled);
    }

    public Memory withFilled(String file) {
        List<String> more = new ArrayList<>(filled);
        more.add(file);
        return new Memory(databaseUrl, sample, List.copyOf(more));
    }
}
