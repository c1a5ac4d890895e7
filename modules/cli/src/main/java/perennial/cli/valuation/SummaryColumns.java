package perennial.cli.valuation;

import java.util.Arrays;
import perennial.analytics.valuation.KnownPasts;
import perennial.cli.terminal.Failure;
import perennial.cli.valuation.Header.Field;

/** The columns of a summary: x, t_x and T, and where they are known the mean spend and the gaps. */
final class SummaryColumns {
    private static final int FIRST_ROOM = 1024;
    private static final double ROUNDING = 1e-6;

    private final Header header;
    private double[] x = new double[FIRST_ROOM];
    private double[] tx = new double[FIRST_ROOM];
    private double[] age = new double[FIRST_ROOM];
    private double[] spend = new double[FIRST_ROOM];
    private double[] gaps = new double[FIRST_ROOM];
    private int size;

    SummaryColumns(Header header) {
        this.header = header;
    }

    void add(Rows.Row row) {
        double purchases = notNegative(row, Field.X, "x");
        double last = notNegative(row, Field.TX, "t_x");
        double present = notNegative(row, Field.T, "T");
        if (purchases != Math.rint(purchases)) {
            throw Failure.misused(
                    "file.not-whole", row.line(), "x", row.fields().get(header.place(Field.X)));
        }
        if (last > present) {
            throw Failure.misused("file.last-after-age", row.line(), Double.toString(last), Double.toString(present));
        }
        if ((purchases == 0) != (last == 0)) {
            throw Failure.misused(
                    "file.last-without-purchase", row.line(), Double.toString(purchases), Double.toString(last));
        }
        makeRoom();
        x[size] = purchases;
        tx[size] = last;
        age[size] = present;
        spend[size] = isBlank(row, Field.SPEND) ? Double.NaN : notNegative(row, Field.SPEND, "spend");
        gaps[size] = has(Field.GAPS) ? sumOfLogGaps(row, purchases, last) : 0;
        size++;
    }

    private double notNegative(Rows.Row row, Field field, String name) {
        return Fields.notNegative(row.fields(), header.place(field), row.line(), name);
    }

    private boolean has(Field field) {
        return header.place(field) >= 0;
    }

    private boolean isBlank(Rows.Row row, Field field) {
        int place = header.place(field);
        return place < 0
                || place >= row.fields().size()
                || row.fields().get(place).isBlank();
    }

    /** Up to one repeat purchase it follows from t_x, and a blank is none. */
    private double sumOfLogGaps(Rows.Row row, double purchases, double last) {
        if (purchases <= 1 && isBlank(row, Field.GAPS)) {
            return purchases == 0 ? 0 : Math.log(last);
        }
        String text = Fields.text(row.fields(), header.place(Field.GAPS), row.line(), "sum_log_itt");
        double sum = Fields.number(text, row.line(), "sum_log_itt");
        double most = purchases == 0 ? 0 : purchases * Math.log(last / purchases);
        boolean isOne = purchases > 1 || Math.abs(sum - most) <= ROUNDING * (1 + Math.abs(most));
        if (!isOne || sum > most + ROUNDING * (1 + Math.abs(most))) {
            throw Failure.misused(
                    "file.gaps", row.line(), text, Double.toString(purchases), Double.toString(last), most);
        }
        return Math.min(sum, most);
    }

    private void makeRoom() {
        if (size == x.length) {
            int room = Math.multiplyExact(2, size);
            x = Arrays.copyOf(x, room);
            tx = Arrays.copyOf(tx, room);
            age = Arrays.copyOf(age, room);
            spend = Arrays.copyOf(spend, room);
            gaps = Arrays.copyOf(gaps, room);
        }
    }

    boolean isSpendKnown(int place) {
        return has(Field.SPEND) && (x[place] == 0 || !Double.isNaN(spend[place]));
    }

    KnownPasts pasts() {
        double[] known = Arrays.stream(spend, 0, size)
                .map(mean -> Double.isNaN(mean) ? 0 : mean)
                .toArray();
        KnownPasts pasts = KnownPasts.of(
                Arrays.copyOf(x, size), Arrays.copyOf(tx, size), Arrays.copyOf(age, size), known, has(Field.SPEND));
        return has(Field.GAPS) ? pasts.withGaps(Arrays.copyOf(gaps, size)) : pasts;
    }
}
