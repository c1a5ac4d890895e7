package perennial.charts;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import perennial.charts.Drawing.Anchor;
import perennial.charts.Scale.Kind;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * A table whose cells are the deeper the larger their value, with the value in them: retention by cohort and month.
 *
 * @param row what the rows are; {@code column} what the columns are
 * @param kind how values are written
 * @param cells a list per row with a cell per column; empty where there is no value yet
 */
public record HeatMap(
        Caption caption,
        String row,
        String column,
        Kind kind,
        List<String> rows,
        List<String> columns,
        List<List<OptionalDouble>> cells)
        implements Chart {
    private static final String KIND = "heat-map";
    private static final double CELL_HEIGHT = 24;
    private static final double LONGEST_NAME = 160;
    private static final double TOP = 76;

    public HeatMap {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
        if (cells.size() != rows.size()) {
            throw new InvalidInputException(
                    "cells",
                    cells.size(),
                    new Words("has not a list per row", "并非每行都有一个列表"),
                    new Words("give " + rows.size() + " lists", "请给出 " + rows.size() + " 个列表"));
        }
        for (List<OptionalDouble> line : cells) {
            if (line.size() != columns.size()) {
                throw new InvalidInputException(
                        "cells",
                        line.size(),
                        new Words("has not a cell per column", "并非每列都有一个单元格"),
                        new Words("give " + columns.size() + " cells", "请给出 " + columns.size() + " 个单元格"));
            }
            line.forEach(cell -> cell.ifPresent(value -> Finite.of("cells", value)));
        }
    }

    @Override
    public String svg(Locale locale) {
        if (rows.isEmpty() || columns.isEmpty()) {
            return Drawing.empty(KIND, caption, locale);
        }
        Figures figures = new Figures(locale);
        Drawing drawing = new Drawing(KIND, caption, Layout.WIDTH, TOP + rows.size() * CELL_HEIGHT + Layout.EDGE);
        drawing.title(caption.title());
        double names = rows.stream()
                .mapToDouble(name -> Lettering.width(name, Lettering.TEXT))
                .max()
                .orElse(0);
        double left = Layout.EDGE + Math.min(LONGEST_NAME, Math.max(names, Lettering.width(row, Lettering.TEXT))) + 8;
        double width = (Layout.WIDTH - Layout.EDGE - left) / columns.size();
        drawing.text((left + Layout.WIDTH) / 2, TOP - 28, Anchor.MIDDLE, Palette.QUIET, column);
        drawing.textWithin(LONGEST_NAME, Layout.EDGE, TOP - 8, Anchor.START, row);
        for (int c = 0; c < columns.size(); c++) {
            drawing.textWithin(width, left + (c + 0.5) * width, TOP - 8, Anchor.MIDDLE, columns.get(c));
        }
        for (int r = 0; r < rows.size(); r++) {
            double y = TOP + r * CELL_HEIGHT;
            drawing.textWithin(LONGEST_NAME, Layout.EDGE, y + 16, Anchor.START, rows.get(r));
            for (int c = 0; c < columns.size(); c++) {
                cell(drawing, r, c, left + c * width, y, width, figures);
            }
        }
        return drawing.finish();
    }

    private void cell(Drawing drawing, int r, int c, double x, double y, double width, Figures figures) {
        OptionalDouble cell = cells.get(r).get(c);
        if (cell.isEmpty()) {
            return;
        }
        String text = figures.value(cell.getAsDouble(), kind);
        String ground = Palette.shade(depth(cell.getAsDouble()));
        drawing.rectangle(
                x, y, x + width - 1, y + CELL_HEIGHT - 1, ground, rows.get(r) + ", " + columns.get(c) + ": " + text);
        if (Lettering.width(text, Lettering.TEXT) <= width) {
            drawing.text(x + width / 2, y + 16, Anchor.MIDDLE, Palette.inkOn(ground), text);
        }
    }

    private double depth(double value) {
        double least = values().min().orElse(0);
        double most = values().max().orElse(1);
        return most > least ? (value - least) / (most - least) : 0;
    }

    private DoubleStream values() {
        return cells.stream().flatMap(List::stream).flatMapToDouble(OptionalDouble::stream);
    }
}
