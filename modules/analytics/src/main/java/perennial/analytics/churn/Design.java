package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of a linear model: every column standardised, followed by whether it is unknown where it has gaps. */
final class Design {
    private final List<Standard> standards;
    private final Column.Direction[] directions;

    Design(List<Standard> standards, Column.Direction[] directions) {
        this.standards = standards;
        this.directions = directions;
    }

    List<Standard> standards() {
        return standards;
    }

    Column.Direction[] directions() {
        return directions;
    }

    static Design of(Observations data) {
        List<Standard> standards = new ArrayList<>();
        List<Column.Direction> directions = new ArrayList<>();
        for (int j = 0; j < data.columns().size(); j++) {
            int column = j;
            Column of = data.columns().get(j);
            Standard standard = Standard.of(
                    of,
                    Arrays.stream(data.rows()).mapToDouble(row -> row[column]).toArray());
            standards.add(standard);
            directions.add(of.direction());
            if (standard.hasGaps()) {
                // That something is unknown may speak for either outcome.
                directions.add(Column.Direction.EITHER);
            }
        }
        return new Design(standards, directions.toArray(Column.Direction[]::new));
    }

    int width() {
        return directions.length;
    }

    double[][] rows(double[][] rows) {
        return Arrays.stream(rows).map(this::row).toArray(double[][]::new);
    }

    double[] row(double[] raw) {
        double[] row = new double[width()];
        int next = 0;
        for (int j = 0; j < raw.length; j++) {
            row[next++] = standards.get(j).value(raw[j]);
            if (standards.get(j).hasGaps()) {
                row[next++] = standards.get(j).gap(raw[j]);
            }
        }
        return row;
    }
}
