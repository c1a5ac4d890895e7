package perennial.webhooks.model;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/** JSON as it is sent and kept. */
public final class Wire {
    /** Held, because a look-up for each text searches the class path each time. */
    static final JsonProvider JSON = JsonProvider.provider();

    private Wire() {}

    public static JsonObject read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
