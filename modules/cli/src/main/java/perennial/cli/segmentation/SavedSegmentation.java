package perennial.cli.segmentation;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import perennial.analytics.clustering.Preparation;
import perennial.analytics.clustering.Preparation.Column;
import perennial.analytics.clustering.Segment;
import perennial.analytics.clustering.Segment.Level;
import perennial.analytics.clustering.Segmentation;
import perennial.cli.terminal.Failure;

/**
 * A segmentation as {@code segment fit --json} answered with it, for the placing of further customers.
 *
 * @param features the columns that a file must have
 */
public record SavedSegmentation(List<String> features, Segmentation segmentation) {
    private static final String PREPARATION = "preparation";
    private static final String CENTRES = "centres";

    /** Adds what it takes to place further customers. */
    static JsonObjectBuilder write(Segmentation segmentation, JsonObjectBuilder json) {
        JsonArrayBuilder dropped = Json.createArrayBuilder();
        segmentation
                .preparation()
                .dropped()
                .forEach(column -> dropped.add(Json.createObjectBuilder()
                        .add("name", column.name())
                        .add("reason", column.reason().name())));
        JsonArrayBuilder columns = Json.createArrayBuilder();
        segmentation.preparation().columns().forEach(column -> columns.add(toJson(column)));
        JsonArrayBuilder centres = Json.createArrayBuilder();
        segmentation.segments().forEach(segment -> {
            JsonArrayBuilder centre = Json.createArrayBuilder();
            segment.centroid().forEach(level -> centre.add(level.standardised()));
            centres.add(centre);
        });
        return json.add("dropped", dropped).add(PREPARATION, columns).add(CENTRES, centres);
    }

    private static JsonObjectBuilder toJson(Column column) {
        return Json.createObjectBuilder()
                .add("name", column.name())
                .add("log", column.log())
                .add("skewness", column.skewness())
                .add("median", column.median())
                .add("low", column.low())
                .add("high", column.high())
                .add("mean", column.mean())
                .add("deviation", column.deviation())
                .add("filled", column.filled())
                .add("limited", column.limited());
    }

    public static SavedSegmentation read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Failure.misused("segment.no-model", file.toString());
        }
        try (Reader text = Files.newBufferedReader(file);
                JsonReader json = Json.createReader(text)) {
            return of(json.readObject());
        } catch (JsonException | NullPointerException | ClassCastException | IllegalArgumentException e) {
            throw Failure.misused("segment.no-model", file.toString());
        }
    }

    private static SavedSegmentation of(JsonObject json) {
        List<Column> columns = json.getJsonArray(PREPARATION).getValuesAs(JsonObject.class).stream()
                .map(SavedSegmentation::column)
                .toList();
        JsonArray sizes = json.getJsonArray("sizes");
        JsonArray centres = json.getJsonArray(CENTRES);
        int all = IntStream.range(0, sizes.size()).map(sizes::getInt).sum();
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            JsonArray centre = centres.getJsonArray(i);
            List<Level> levels = IntStream.range(0, columns.size())
                    .mapToObj(j -> level(columns.get(j), centre.getJsonNumber(j).doubleValue()))
                    .toList();
            segments.add(new Segment(sizes.getInt(i), sizes.getInt(i) / (double) all, levels));
        }
        List<String> features = columns.stream().map(Column::name).toList();
        if (columns.isEmpty() || segments.isEmpty()) {
            throw new IllegalArgumentException("a segmentation has columns and segments");
        }
        List<Level> base = columns.stream().map(column -> level(column, 0)).toList();
        return new SavedSegmentation(features, new Segmentation(new Preparation(columns, List.of()), segments, base));
    }

    private static Level level(Column column, double standardised) {
        return new Level(column.name(), standardised, column.original(standardised), OptionalDouble.empty());
    }

    private static Column column(JsonObject json) {
        return new Column(
                json.getString("name"),
                json.get("log") == JsonValue.TRUE,
                number(json, "skewness"),
                number(json, "median"),
                number(json, "low"),
                number(json, "high"),
                number(json, "mean"),
                number(json, "deviation"),
                json.getInt("filled"),
                json.getInt("limited"));
    }

    private static double number(JsonObject json, String name) {
        return json.getJsonNumber(name).doubleValue();
    }
}
