package perennial.activity.reading;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import perennial.activity.Reason;

/** One JSON object a line (NDJSON), of plain values: texts, numbers, true, false, null. */
final class JsonRecords implements Records {
    private final BufferedReader text;
    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final JsonParserFactory parsers = JsonProvider.provider().createParserFactory(Map.of());
    private String content = "";
    private long line;

    /** The columns are the names that the mapping uses; others are passed over. */
    JsonRecords(BufferedReader text, List<String> columns) {
        this.text = text;
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i), i);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean advance() throws IOException {
        String next;
        do {
            next = text.readLine();
            line++;
        } while (next != null && next.isBlank());
        if (next == null) {
            line--;
            return false;
        }
        content = next;
        return true;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String content() {
        return content;
    }

    @Override
    public String[] parts() {
        return new String[] {content};
    }

    @Override
    public String[] values() {
        String[] values = new String[columns.size()];
        Arrays.fill(values, "");
        try (JsonParser parser = parsers.createParser(new StringReader(content))) {
            expect(parser.next() == Event.START_OBJECT);
            while (parser.next() == Event.KEY_NAME) {
                String name = parser.getString();
                String value = value(parser, parser.next());
                Integer place = places.get(name);
                if (place != null) {
                    values[place] = value;
                }
            }
            expect(!parser.hasNext());
            return values;
        } catch (JsonException | NoSuchElementException e) {
            throw new Refusal(Reason.NOT_JSON, "");
        }
    }

    /** The names in an object; none if it is no object of plain values. */
    static List<String> names(String object) {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = JsonProvider.provider().createParser(new StringReader(object))) {
            expect(parser.next() == Event.START_OBJECT);
            while (parser.next() == Event.KEY_NAME) {
                names.add(parser.getString());
                value(parser, parser.next());
            }
            return names;
        } catch (JsonException | NoSuchElementException | Refusal e) {
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static String value(JsonParser parser, Event event) {
        return switch (event) {
            case VALUE_STRING, VALUE_NUMBER -> parser.getString();
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> "";
            default -> throw new Refusal(Reason.NOT_JSON, "");
        };
    }

    private static void expect(boolean met) {
        if (!met) {
            throw new Refusal(Reason.NOT_JSON, "");
        }
    }
}
