package perennial.decisions.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.decisions.Decisions.Dropped;
import perennial.kernel.Words;
import perennial.ruleengine.ContactHistory.Contact;
import perennial.rules.Channel;

/** Maps and lists as the JSON texts that they are stored as. */
final class JsonColumns {
    /** Held, because a look-up for each text searches the class path each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonColumns() {}

    static String write(Map<String, String> texts) {
        return object(texts).toString();
    }

    static Map<String, String> readMap(String column) {
        return map(object(column));
    }

    static String write(List<String> texts) {
        return array(texts).toString();
    }

    static List<String> readList(String column) {
        return list(array(column));
    }

    static String writeWords(List<Words> words) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        words.forEach(one -> array.add(object(one)));
        return array.build().toString();
    }

    static List<Words> readWords(String column) {
        return array(column).getValuesAs(JsonObject.class).stream()
                .map(JsonColumns::words)
                .toList();
    }

    static String writeDropped(List<Dropped> dropped) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        dropped.forEach(one -> array.add(JSON.createObjectBuilder()
                .add("kind", one.kind())
                .add("action", object(one.action()))
                .add("rules", array(one.rules()))
                .add("cause", one.cause())
                .add("why", object(one.why()))));
        return array.build().toString();
    }

    static List<Dropped> readDropped(String column) {
        return array(column).getValuesAs(JsonObject.class).stream()
                .map(one -> new Dropped(
                        one.getString("kind"),
                        map(one.getJsonObject("action")),
                        list(one.getJsonArray("rules")),
                        one.getString("cause", ""),
                        words(one.getJsonObject("why"))))
                .toList();
    }

    /** Nothing where there are none, as for most customers. */
    static Optional<String> writeContacts(List<Contact> contacts) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        contacts.forEach(contact -> array.add(JSON.createObjectBuilder()
                .add("channel", contact.channel().name())
                .add("at", contact.at().toString())));
        return contacts.isEmpty() ? Optional.empty() : Optional.of(array.build().toString());
    }

    static List<Contact> readContacts(Optional<String> column) {
        return column.map(JsonColumns::array).stream()
                .flatMap(array -> array.getValuesAs(JsonObject.class).stream())
                .map(one -> new Contact(Channel.valueOf(one.getString("channel")), Instant.parse(one.getString("at"))))
                .toList();
    }

    private static JsonObject object(Map<String, String> texts) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        texts.forEach(object::add);
        return object.build();
    }

    private static JsonObject object(Words words) {
        return JSON.createObjectBuilder()
                .add("en", words.english())
                .add("zh", words.chinese())
                .build();
    }

    private static JsonArray array(List<String> texts) {
        return JSON.createArrayBuilder(texts).build();
    }

    private static JsonObject object(String column) {
        try (JsonReader reader = JSON.createReader(new StringReader(column))) {
            return reader.readObject();
        }
    }

    private static JsonArray array(String column) {
        try (JsonReader reader = JSON.createReader(new StringReader(column))) {
            return reader.readArray();
        }
    }

    private static Map<String, String> map(JsonObject object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.keySet().forEach(name -> texts.put(name, object.getString(name)));
        return texts;
    }

    private static List<String> list(JsonArray array) {
        return array.getValuesAs(JsonColumns::text);
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private static Words words(JsonObject object) {
        return new Words(object.getString("en"), object.getString("zh"));
    }
}
