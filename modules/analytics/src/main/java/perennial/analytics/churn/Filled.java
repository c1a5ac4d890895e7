package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.List;

/** Rows without gaps, in their own units: the median in the place of what is unknown, and a column that says so. */
record Filled(Design design, List<Column> columns) {

    static Filled of(Observations data) {
        Design design = Design.of(data.plain());
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < data.columns().size(); j++) {
            Column column = data.columns().get(j);
            columns.add(column);
            if (design.standards().get(j).hasGaps()) {
                columns.add(Column.plain(column.name() + " = ?"));
            }
        }
        return new Filled(design, columns);
    }

    int width() {
        return columns.size();
    }

    double[][] rows(double[][] raw) {
        double[][] rows = new double[raw.length][];
        for (int i = 0; i < raw.length; i++) {
            rows[i] = row(raw[i]);
        }
        return rows;
    }

    double[] row(double[] raw) {
        double[] row = new double[width()];
        int next = 0;
        for (int j = 0; j < raw.length; j++) {
            boolean isUnknown = Double.isNaN(raw[j]);
            Standard standard = design.standards().get(j);
            row[next++] = isUnknown ? standard.median() : raw[j];
            if (standard.hasGaps()) {
                row[next++] = isUnknown ? 1 : 0;
            }
        }
        return row;
    }
}
