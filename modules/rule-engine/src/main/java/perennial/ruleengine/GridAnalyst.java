package perennial.ruleengine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.ruleengine.Analysis.Finding;
import perennial.ruleengine.Analysis.Flaw;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Grid.Band;
import perennial.ruleengine.Grid.Row;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Text;
import perennial.rules.Vocabulary.Attribute;

/** Looks for flaws in one table of prices or discounts, and tells them by its rows, columns and cells. */
final class GridAnalyst {
    private static final Text AND = new Text(" and ", "和");

    private final Grid grid;
    private final List<Sentence> sentences;
    private final List<Finding> findings = new ArrayList<>();

    /** @param sentences of its filled cells */
    private GridAnalyst(Grid grid, List<Sentence> sentences) {
        this.grid = grid;
        this.sentences = sentences;
    }

    /**
     * The flaws of all tables of a book.
     *
     * @param idle rules that never fire
     */
    static List<Finding> findings(List<Sentence> sentences, List<Sentence> idle) {
        Map<String, List<Sentence>> tables = sentences.stream()
                .filter(sentence -> sentence.cell().isPresent())
                .collect(Collectors.groupingBy(
                        sentence -> sentence.rule().path(), LinkedHashMap::new, Collectors.toList()));
        return tables.values().stream()
                .map(cells -> new GridAnalyst(cell(cells.get(0)).grid(), cells))
                .flatMap(table -> table.findings(idle))
                .toList();
    }

    private Stream<Finding> findings(List<Sentence> idle) {
        Map<List<Band>, List<Sentence>> byConflict = new LinkedHashMap<>();
        sentences.stream()
                .filter(idle::contains)
                .forEach(sentence -> byConflict
                        .computeIfAbsent(clashing(sentence), clash -> new ArrayList<>())
                        .add(sentence));
        byConflict.forEach(this::idle);
        List<Band> rows = grid.rows().stream().map(Row::band).toList();
        gaps(rows, grid.columns(), "cells.row");
        gaps(grid.columns(), rows, "cells.column");
        emptyCells();
        return findings.stream();
    }

    private static CellRule cell(Sentence sentence) {
        return sentence.cell().orElseThrow();
    }

    private static List<Band> clashing(Sentence sentence) {
        List<Band> bands = cell(sentence).bands().toList();
        return conflict(bands).few().stream().map(bands::get).toList();
    }

    private static Conflict conflict(List<Band> bands) {
        return Conflict.among(
                bands.stream().map(band -> new AllOf(band.parts())).toList());
    }

    /** Cells that the same bands keep from firing: one, those of a row or a column, or all. */
    private void idle(List<Band> clash, List<Sentence> cells) {
        CellRule first = cell(cells.get(0));
        Band row = first.row().band();
        Band column = first.cell().column();
        Text where;
        if (clash.contains(row)) {
            where = clash.contains(column)
                    ? Messages.text("cells.one", same(row.written()), line(row), same(column.written()))
                    : told("cells.row", row);
        } else {
            where = clash.contains(column) ? told("cells.column", column) : Messages.text("cells.all");
        }
        Text bands = joined(clash.stream()
                .map(band -> Messages.text("cells.band", same(band.attribute()), same(band.written()), line(band)))
                .toList());
        int line = clash.get(clash.size() - 1).line();
        add(
                Flaw.UNREACHABLE,
                cells,
                line,
                Messages.text("finding.CELLS", called(), where, bands),
                conflict(clash).nearest());
    }

    /** Numbers between the bands of one side that are in none. */
    private void gaps(List<Band> bands, List<Band> across, String key) {
        List<Band> asking = bands.stream().filter(Band::asks).toList();
        if (asking.isEmpty() || !attribute(asking.get(0)).type().numeric()) {
            return;
        }
        List<Band> rising = asking.stream()
                .sorted(Comparator.comparingDouble(band -> span(band).low()))
                .toList();
        for (int i = 1; i < rising.size(); i++) {
            Band lower = rising.get(i - 1);
            Band upper = rising.get(i);
            Region gap = between(lower, upper);
            if (!gap.empty()) {
                across.stream()
                        .flatMap(band -> anybody(band).stream())
                        .flatMap(box -> Witness.of(box.and(gap)).customer().stream())
                        .findFirst()
                        .ifPresent(customer -> add(
                                Flaw.GAP,
                                sentences,
                                Math.max(lower.line(), upper.line()),
                                told(gap, told(key, lower), told(key, upper)),
                                customer));
            }
        }
    }

    private Text told(Region gap, Text lower, Text upper) {
        Span span = ((Values.Numeric) gap.values()).spans().get(0);
        String key = span.low() == span.high() ? "finding.BAND_END" : "finding.BAND_GAP";
        return Messages.text(key, called(), lower, upper, same(gap.written()));
    }

    private static Region between(Band lower, Band upper) {
        Span below = span(lower);
        Span above = span(upper);
        Span between = new Span(/* low= */ below.high(), !below.highOpen(), /* high= */ above.low(), !above.lowOpen());
        return new Region(attribute(lower), false, Values.Numeric.of(attribute(lower), List.of(between)));
    }

    private static Attribute attribute(Band band) {
        return region(band).attribute();
    }

    private static Span span(Band band) {
        return ((Values.Numeric) region(band).values()).spans().get(0);
    }

    private static Region region(Band band) {
        return boxes(List.of(band)).get(0).asked(band.attribute());
    }

    private static List<Box> boxes(List<Band> bands) {
        return Conflict.possible(new AllOf(
                        bands.stream().flatMap(band -> band.parts().stream()).toList()))
                .orElse(List.of());
    }

    /** Who is of some bands and of all that the whole table asks for. */
    private Optional<Box> anybody(Band... bands) {
        return boxes(Stream.concat(grid.when().stream(), Stream.of(bands)).toList()).stream()
                .findFirst();
    }

    private void emptyCells() {
        List<Text> empty = new ArrayList<>();
        List<CustomerSnapshot> customers = new ArrayList<>();
        int line = 0;
        for (Row row : grid.rows()) {
            for (Band column : grid.columns()) {
                Optional<CustomerSnapshot> customer = row.fills(column)
                        ? Optional.empty()
                        : anybody(row.band(), column)
                                .flatMap(box -> Witness.of(box).customer());
                if (customer.isPresent()) {
                    line = line == 0 ? row.line() : line;
                    customers.add(customer.get());
                    empty.add(Messages.text(
                            "cells.one", same(row.band().written()), line(row.band()), same(column.written())));
                }
            }
        }
        if (!empty.isEmpty()) {
            Text message = Messages.text("finding.EMPTY_CELLS", called(), empty.get(0), same("" + empty.size()));
            add(Flaw.GAP, sentences, line, message, customers.get(0));
        }
    }

    private void add(Flaw flaw, List<Sentence> cells, int line, Text message, CustomerSnapshot example) {
        List<Rule> rules = cells.stream().map(Sentence::rule).toList();
        findings.add(new Finding(flaw, rules, line, message, example, Analyst.asked(cells)));
    }

    private Text called() {
        return same(grid.code() + " (" + sentences.get(0).rule().path() + ")");
    }

    private static Text told(String key, Band band) {
        return Messages.text(key, same(band.written()), line(band));
    }

    private static Text line(Band band) {
        return same("" + band.line());
    }

    private static Text joined(List<Text> texts) {
        return new Text(
                texts.stream().map(Text::en).collect(Collectors.joining(AND.en())),
                texts.stream().map(Text::zh).collect(Collectors.joining(AND.zh())));
    }

    private static Text same(String text) {
        return new Text(text, text);
    }
}
