package perennial.cli.segmentation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import perennial.analytics.clustering.Evidence;
import perennial.analytics.clustering.Evidence.Candidate;
import perennial.analytics.clustering.Matrix;
import perennial.analytics.clustering.Preparation;
import perennial.analytics.clustering.Segment;
import perennial.analytics.clustering.Segment.Level;
import perennial.analytics.clustering.SegmentName;
import perennial.analytics.clustering.SegmentationFit;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Terminal;

/**
 * The segments of a file with the time that each phase took.
 *
 * @param names what the segments are called, in their order
 */
public record Segmented(
        Matrix matrix, SegmentationFit fit, List<SegmentName> names, boolean isRaw, Duration read, Duration fitting) {

    private static final MathContext FIVE_FIGURES = new MathContext(5);

    public static Segmented of(Matrix matrix, SegmentationFit fit, boolean isRaw, Duration read, Duration fitting) {
        return new Segmented(matrix, fit, SegmentName.ofColumns(fit.segmentation()), isRaw, read, fitting);
    }

    List<Segment> segments() {
        return fit.segmentation().segments();
    }

    Preparation preparation() {
        return fit.segmentation().preparation();
    }

    String name(int segment, Terminal terminal) {
        return terminal.inLanguage(names.get(segment).words());
    }

    /** The centroid in the columns' own units, in the order asked for; of a column left out, the mean of all. */
    List<Double> centroid(int segment) {
        return levels(segment, Level::typical);
    }

    private List<Double> means(int segment) {
        return levels(segment, level -> level.mean().orElse(Double.NaN));
    }

    private List<Double> levels(int segment, ToDoubleFunction<Level> figure) {
        return matrix.columns().stream()
                .map(column -> segments().get(segment).centroid().stream()
                        .filter(level -> level.column().equals(column))
                        .map(figure::applyAsDouble)
                        .findFirst()
                        .orElseGet(() -> Arrays.stream(matrix.column(column))
                                .filter(value -> !Double.isNaN(value))
                                .average()
                                .orElse(Double.NaN)))
                .toList();
    }

    /** The answer for programs; {@link SavedSegmentation} reads it again. */
    public JsonObject toJson() {
        Candidate choice = fit.evidence().choice();
        JsonArrayBuilder centroids = Json.createArrayBuilder();
        JsonArrayBuilder means = Json.createArrayBuilder();
        JsonArrayBuilder sizes = Json.createArrayBuilder();
        JsonArrayBuilder titles = Json.createArrayBuilder();
        for (int i = 0; i < segments().size(); i++) {
            centroids.add(numbers(centroid(i)));
            means.add(numbers(means(i)));
            sizes.add(segments().get(i).size());
            titles.add(Json.createObjectBuilder()
                    .add("en", names.get(i).words().english())
                    .add("zh", names.get(i).words().chinese()));
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("k", segments().size())
                .add("features", Json.createArrayBuilder(matrix.columns()))
                .add("centroids", centroids)
                .add("sizes", sizes)
                .add("inertia", choice.inertia())
                .add("silhouette", choice.silhouette())
                .add("stability", number(choice.stability()))
                .add("readSeconds", seconds(read))
                .add("fitSeconds", seconds(fitting))
                .add("rows", matrix.rows())
                .add("raw", isRaw)
                .add("seed", fit.seed())
                .add("kernel", fit.kernel().label())
                .add("names", titles)
                .add("means", means)
                .add("verdict", fit.evidence().verdict().name().toLowerCase(Locale.ROOT))
                .add("candidates", candidates(fit.evidence()));
        return SavedSegmentation.write(fit.segmentation(), json).build();
    }

    private static JsonArrayBuilder candidates(Evidence evidence) {
        JsonArrayBuilder candidates = Json.createArrayBuilder();
        evidence.candidates()
                .forEach(candidate -> candidates.add(Json.createObjectBuilder()
                        .add("k", candidate.k())
                        .add("inertia", candidate.inertia())
                        .add("silhouette", candidate.silhouette())
                        .add("stability", number(candidate.stability()))
                        .add("smallestShare", candidate.smallestShare())));
        return candidates;
    }

    private static JsonArrayBuilder numbers(List<Double> values) {
        JsonArrayBuilder numbers = Json.createArrayBuilder();
        values.forEach(
                value -> numbers.add(number(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value))));
        return numbers;
    }

    private static JsonValue number(OptionalDouble value) {
        return value.isPresent() ? Json.createValue(value.getAsDouble()) : JsonValue.NULL;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** The segments and the evidence for people. */
    public void show(Terminal terminal) {
        terminal.line(verdict(terminal));
        terminal.lines(notes(terminal));
        terminal.lines(table(terminal).lines());
        terminal.line("");
        terminal.lines(evidence(terminal).lines());
        terminal.say(
                "segment.seconds",
                decimal(seconds(read), 2),
                decimal(seconds(fitting), 2),
                terminal.figures().count(matrix.rows()),
                fit.kernel().label(),
                Long.toString(fit.seed()));
    }

    String verdict(Terminal terminal) {
        boolean isSearch = fit.evidence().candidates().size() > 1;
        String key = isSearch ? fit.evidence().verdict().name().toLowerCase(Locale.ROOT) : "given";
        return terminal.phrase("segment.verdict." + key, fit.evidence().chosen());
    }

    /** What was done to the columns, where that is more than to standardise them. */
    List<String> notes(Terminal terminal) {
        List<String> notes = new ArrayList<>();
        preparation()
                .dropped()
                .forEach(dropped -> notes.add(terminal.phrase(
                        "segment.dropped." + dropped.reason().name().toLowerCase(Locale.ROOT), dropped.name())));
        preparation().columns().forEach(column -> {
            if (column.log()) {
                notes.add(terminal.phrase("segment.log", column.name(), decimal(column.skewness(), 1)));
            }
            if (column.filled() > 0) {
                notes.add(terminal.phrase(
                        "segment.filled", column.name(), terminal.figures().count(column.filled())));
            }
        });
        String limited = preparation().columns().stream()
                .filter(column -> column.limited() > 0)
                .map(column -> column.name() + " " + terminal.figures().count(column.limited()))
                .collect(Collectors.joining(", "));
        if (!limited.isEmpty()) {
            notes.add(terminal.phrase("segment.limited", limited));
        }
        return notes;
    }

    List<String> header(Terminal terminal) {
        List<String> header = new ArrayList<>(List.of(
                terminal.phrase("segment.name"), terminal.phrase("segment.size"), terminal.phrase("segment.share")));
        header.addAll(matrix.columns());
        return header;
    }

    private Columns table(Terminal terminal) {
        Columns columns = new Columns().row(header(terminal).toArray(String[]::new));
        IntStream.range(0, segments().size()).forEach(i -> columns.row(cells(i, terminal)));
        return columns;
    }

    String[] cells(int segment, Terminal terminal) {
        List<String> cells = new ArrayList<>(List.of(
                (segment + 1) + "  " + name(segment, terminal),
                terminal.figures().count(segments().get(segment).size()),
                decimal(100 * segments().get(segment).share(), 1) + " %"));
        centroid(segment).forEach(value -> cells.add(exact(value)));
        return cells.toArray(String[]::new);
    }

    private Columns evidence(Terminal terminal) {
        Columns columns = new Columns().row(evidenceHeader(terminal).toArray(String[]::new));
        fit.evidence().candidates().forEach(candidate -> columns.row(evidenceCells(candidate, terminal)));
        return columns;
    }

    static List<String> evidenceHeader(Terminal terminal) {
        return List.of(
                terminal.phrase("segment.count"),
                terminal.phrase("segment.inertia"),
                terminal.phrase("segment.silhouette"),
                terminal.phrase("segment.stability"),
                terminal.phrase("segment.smallest"));
    }

    String[] evidenceCells(Candidate candidate, Terminal terminal) {
        return new String[] {
            (candidate.k() == fit.evidence().chosen() ? "* " : "  ") + candidate.k(),
            exact(candidate.inertia()),
            decimal(candidate.silhouette(), 3),
            candidate.stability().isPresent()
                    ? decimal(candidate.stability().getAsDouble(), 3)
                    : terminal.figures().notKnown(),
            decimal(100 * candidate.smallestShare(), 1) + " %"
        };
    }

    /** Five figures, without a power of ten. */
    private static String exact(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(FIVE_FIGURES).toPlainString()
                : "–";
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
