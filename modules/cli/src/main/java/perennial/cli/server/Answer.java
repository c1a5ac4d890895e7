package perennial.cli.server;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object of the server, read with tolerance: what is missing, null or of another kind is absent, and what the
 * reader doesn't know is passed over, so that a CLI and a server of neighbouring versions understand each other.
 */
public record Answer(JsonObject json) {

    public Optional<String> text(String name) {
        return value(name).flatMap(value -> switch (value.getValueType()) {
            case STRING -> Optional.of(((JsonString) value).getString());
            case NUMBER, TRUE, FALSE -> Optional.of(value.toString());
            default -> Optional.empty();
        });
    }

    /** A text that comes in two languages: the Chinese one has "Zh" after its name. */
    public Optional<String> words(String name, Locale locale) {
        Optional<String> english = text(name);
        return locale.getLanguage().equals("zh") ? text(name + "Zh").or(() -> english) : english;
    }

    public Optional<BigDecimal> number(String name) {
        return value(name).filter(JsonNumber.class::isInstance).map(value -> ((JsonNumber) value).bigDecimalValue());
    }

    public Optional<Long> count(String name) {
        return number(name).map(BigDecimal::longValue);
    }

    public boolean isTrue(String name) {
        return value(name).filter(JsonValue.TRUE::equals).isPresent();
    }

    /** The object of that name, or an empty one. */
    public Answer object(String name) {
        return new Answer(value(name)
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .orElse(JsonValue.EMPTY_JSON_OBJECT));
    }

    public boolean isEmpty() {
        return json.isEmpty();
    }

    /** The objects in the list of that name. */
    public List<Answer> objects(String name) {
        return array(name).stream()
                .filter(JsonObject.class::isInstance)
                .map(value -> new Answer(value.asJsonObject()))
                .toList();
    }

    /** The texts in the list of that name. */
    public List<String> texts(String name) {
        return array(name).stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    private JsonArray array(String name) {
        return value(name)
                .filter(JsonArray.class::isInstance)
                .map(JsonValue::asJsonArray)
                .orElse(JsonValue.EMPTY_JSON_ARRAY);
    }

    /** The numbers of this object by name, in the order of the server. */
    public Map<String, BigDecimal> numbers() {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        json.keySet().forEach(name -> number(name).ifPresent(number -> numbers.put(name, number)));
        return numbers;
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(json.get(name));
    }
}
