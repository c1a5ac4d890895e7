package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import perennial.kernel.Words;

/** A column of a table with the kind that its cells have in common, whatever the outcomes. */
final class ReadColumn {
    /** So many of the known cells must be numbers for a column of numbers; the others count as unknown. */
    private static final double MOST = 0.95;

    private static final int MANY = 50;
    private static final Set<String> ID_WORDS =
            Set.of("id", "ids", "uuid", "guid", "key", "no", "nr", "number", "num", "phone", "email", "mail", "row");

    private final String name;
    private final Treatment.Kind kind;
    private final List<String> cells;
    private final double[] values;
    private final Words note;

    /**
     * @param cells stripped
     * @param values by row; NaN where nothing is known, or all over where the column is no number
     */
    ReadColumn(String name, Treatment.Kind kind, List<String> cells, double[] values, Words note) {
        this.name = name;
        this.kind = kind;
        this.cells = cells;
        this.values = values;
        this.note = note;
    }

    String name() {
        return name;
    }

    Treatment.Kind kind() {
        return kind;
    }

    List<String> cells() {
        return cells;
    }

    double[] values() {
        return values;
    }

    Words note() {
        return note;
    }

    static ReadColumn of(String name, List<String> cells) {
        List<String> known = cells.stream().filter(Cells::isKnown).toList();
        if (known.isEmpty()) {
            return leftOut(name, cells, new Words("it is blank in every row", "每行都为空"));
        }
        if (known.stream().distinct().count() == 1 && known.size() == cells.size()) {
            return leftOut(name, cells, new Words("it is the same in every row", "每行都相同"));
        }
        List<ToDoubleFunction<String>> ways = new ArrayList<>(List.of(Cells::withPoint, Cells::withComma));
        ways.addAll(Cells.dates());
        for (int way = 0; way < ways.size(); way++) {
            ToDoubleFunction<String> read = ways.get(way);
            if (areRead(known, read)) {
                Treatment.Kind kind = way < 2 ? Treatment.Kind.NUMBER : Treatment.Kind.DATE;
                return numbers(name, cells, kind, read);
            }
        }
        return ways.subList(0, 2).stream()
                .filter(read -> areReadBesideOneWord(known, read))
                .findFirst()
                .map(read -> numbers(name, cells, Treatment.Kind.NUMBER, read))
                .orElseGet(() -> words(name, cells, known));
    }

    /** Gives up as soon as too many can't be. */
    private static boolean areRead(List<String> known, ToDoubleFunction<String> read) {
        double most = (1 - MOST) * known.size() + 1e-9;
        return known.stream()
                        .filter(cell -> Double.isNaN(read.applyAsDouble(cell)))
                        .limit((long) most + 1)
                        .count()
                <= most;
    }

    /** Whether these are many numbers and one word, such as unknown or never, that stands where there is none. */
    private static boolean areReadBesideOneWord(List<String> known, ToDoubleFunction<String> read) {
        Optional<String> word = known.stream()
                .filter(cell -> Double.isNaN(read.applyAsDouble(cell)))
                .findFirst();
        List<String> rest =
                known.stream().filter(cell -> !cell.equals(word.orElse(""))).toList();
        return rest.stream().distinct().limit(MANY + 1).count() > MANY && areRead(rest, read);
    }

    private static ReadColumn numbers(
            String name, List<String> cells, Treatment.Kind kind, ToDoubleFunction<String> read) {
        double[] values = cells.stream()
                .mapToDouble(cell -> Cells.isKnown(cell) ? read.applyAsDouble(cell) : Double.NaN)
                .toArray();
        if (kind == Treatment.Kind.NUMBER && isIdentifier(name, values)) {
            return leftOut(
                    name,
                    cells,
                    new Words(
                            "it numbers the rows or the customers: a model would learn it by heart",
                            "它是行号或客户编号：模型只会死记"));
        }
        long unreadable = IntStream.range(0, values.length)
                .filter(row -> Double.isNaN(values[row]) && Cells.isKnown(cells.get(row)))
                .count();
        Words note = unreadable == 0
                ? Treatment.NOTHING
                : new Words(unreadable + " cells that can not be read count as unknown", unreadable + " 个无法读取的单元格按未知计");
        return new ReadColumn(name, kind, cells, values, note);
    }

    /** Whole numbers, hardly one of them twice, that are called so, or follow each other, or rise from row to row. */
    private static boolean isIdentifier(String name, double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double[] distinct = Arrays.stream(known).sorted().distinct().toArray();
        boolean isWhole = Arrays.stream(known).allMatch(value -> value == Math.rint(value));
        if (!isWhole || distinct.length < 0.9 * known.length || known.length < 10) {
            return false;
        }
        if (isCalledSo(name)) {
            return true;
        }
        boolean isDense = distinct[distinct.length - 1] - distinct[0] < 2.0 * distinct.length;
        boolean isRising = true;
        for (int i = 1; i < known.length; i++) {
            isRising &= known[i] > known[i - 1];
        }
        return distinct.length == known.length && known.length >= MANY && (isDense || isRising);
    }

    private static boolean isCalledSo(String name) {
        return Arrays.stream(name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}]+"))
                .anyMatch(ID_WORDS::contains);
    }

    private static ReadColumn words(String name, List<String> cells, List<String> known) {
        Set<String> levels = known.stream().map(Level::key).collect(Collectors.toCollection(HashSet::new));
        boolean isNaming = levels.size() > 0.9 * known.size() && known.size() >= 10;
        if (isNaming || (levels.size() > MANY && levels.size() > 0.5 * known.size())) {
            return leftOut(
                    name,
                    cells,
                    new Words(
                            "nearly every row has a value of its own: it names customers, or is free text",
                            "几乎每行的值都不同：它是客户的名称或自由文本"));
        }
        double[] none = new double[cells.size()];
        Arrays.fill(none, Double.NaN);
        return new ReadColumn(name, Treatment.Kind.CATEGORY, cells, none, Treatment.NOTHING);
    }

    private static ReadColumn leftOut(String name, List<String> cells, Words why) {
        return new ReadColumn(name, Treatment.Kind.LEFT_OUT, cells, new double[cells.size()], why);
    }

    ReadColumn without(Words why) {
        return leftOut(name, cells, why);
    }

    ReadColumn noted(Words words) {
        return new ReadColumn(name, kind, cells, values, words);
    }

    boolean isUsed() {
        return kind != Treatment.Kind.LEFT_OUT;
    }

    boolean isCategory() {
        return kind == Treatment.Kind.CATEGORY;
    }

    boolean isKnown(int row) {
        return (isCategory() || !isUsed()) ? Cells.isKnown(cells.get(row)) : !Double.isNaN(values[row]);
    }

    Treatment treatment() {
        int unknown = 0;
        for (int i = 0; i < cells.size(); i++) {
            unknown += isKnown(i) ? 0 : 1;
        }
        return new Treatment(name, kind, unknown, note);
    }
}
