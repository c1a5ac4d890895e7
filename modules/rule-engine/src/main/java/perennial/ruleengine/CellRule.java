package perennial.ruleengine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.ruleengine.Grid.Band;
import perennial.ruleengine.Grid.Cell;
import perennial.ruleengine.Grid.Row;
import perennial.rules.Text;
import perennial.rules.Vocabulary;

/** The rule that a cell of a table stands for. */
record CellRule(Grid grid, Row row, Cell cell) {
    private static final String TITLE_ZH = "titleZh";
    private static final String NAME = "rule \"%s %s\"";
    private static final String NOTE = "    @%s(\"%s\")";

    /** @param gap between its parts */
    String written(String gap) {
        Stream<String> rest = Stream.of(
                "when",
                "    CustomerSnapshot(" + conditions() + ")",
                "then",
                "    decisions." + grid.call().replace(Grid.NUMBER, cell.number()),
                "end");
        String name = NAME.formatted(code(), titled(grid.title(), ": "));
        return Stream.of(Stream.of(name), notes(), rest)
                .flatMap(parts -> parts)
                .map(part -> gap.equals(Grid.LINE) ? part : part.strip())
                .collect(Collectors.joining(gap));
    }

    private String conditions() {
        return bands().map(Band::condition).collect(Collectors.joining(", "));
    }

    /** All that the rule asks for, in the order of the file. */
    Stream<Band> bands() {
        return Stream.concat(grid.when().stream(), asked()).filter(Band::asks);
    }

    String code() {
        return "%s-%02d".formatted(grid.code(), cell.place());
    }

    /** Its code, with where it stands. */
    Text called() {
        String line = "" + row.line();
        return cell.column().asks()
                ? Messages.text(
                        "cell",
                        code(),
                        line,
                        row.band().written(),
                        cell.column().written())
                : Messages.text("cell-of-row", code(), line, row.band().written());
    }

    private Stream<Band> asked() {
        return Stream.of(row.band(), cell.column()).filter(Band::asks);
    }

    private String titled(String title, String colon) {
        List<String> parts =
                asked().map(band -> band.attribute() + " " + band.written()).toList();
        return parts.isEmpty() ? title : title + colon + String.join(", ", parts);
    }

    /** With what a customer is told by: the title, and the values that lead to the cell. */
    private Stream<String> notes() {
        String titleZh = grid.notes().getOrDefault(TITLE_ZH, grid.title());
        Stream<String> given = grid.notes().entrySet().stream()
                .filter(note -> !note.getKey().equals(TITLE_ZH))
                .map(CellRule::note);
        return Stream.concat(
                given,
                Stream.of(
                        NOTE.formatted(TITLE_ZH, titled(titleZh, "：")),
                        NOTE.formatted("reason", grid.title() + values(", %s: {%s}", Text::en) + "."),
                        NOTE.formatted("reasonZh", titleZh + values("，%s：{%s}", Text::zh) + "。")));
    }

    private static String note(Map.Entry<String, String> note) {
        return NOTE.formatted(note.getKey(), note.getValue());
    }

    private String values(String form, Function<Text, String> language) {
        return asked().map(Band::attribute)
                .map(attribute -> String.format(Locale.ROOT, form, meaning(attribute, language), attribute))
                .collect(Collectors.joining());
    }

    private static String meaning(String attribute, Function<Text, String> language) {
        return language.apply(
                        Vocabulary.standard().attribute(attribute).orElseThrow().meaning())
                .replace('"', '\'');
    }
}
