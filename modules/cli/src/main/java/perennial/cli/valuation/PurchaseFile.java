package perennial.cli.valuation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import perennial.analytics.valuation.KnownPasts;
import perennial.analytics.valuation.PurchaseLog;
import perennial.cli.terminal.Failure;
import perennial.cli.valuation.Header.Field;

/**
 * The customers of a file, read from an order log (customer, time, amount) or a summary (id, x, t_x, T, and the mean
 * spend where known).
 */
public final class PurchaseFile {
    private static final int BETWEEN_TELLINGS = 1 << 16;

    private final List<String> ids;
    private final Optional<PurchaseLog> log;
    private final Optional<Summary> summary;
    private final Optional<TimeUnit> unit;
    private final boolean isDate;

    private PurchaseFile(
            List<String> ids,
            Optional<PurchaseLog> log,
            Optional<Summary> summary,
            Optional<TimeUnit> unit,
            boolean isDate) {
        this.ids = ids;
        this.log = log;
        this.summary = summary;
        this.unit = unit;
        this.isDate = isDate;
    }

    /**
     * @param unit in which times are to be told; of a file without dates, what its unit is
     * @param rows told now and then how many rows are read
     */
    public static PurchaseFile read(Path file, Optional<TimeUnit> unit, LongConsumer rows) throws IOException {
        try (Rows lines = Rows.of(file)) {
            if (!lines.hasNext()) {
                throw Failure.misused("file.empty", file.toString());
            }
            Rows.Row first = lines.next();
            Optional<Header> named = Header.of(first);
            Header header = named.orElseGet(() -> Header.ofCdnow(first));
            Optional<Rows.Row> data = named.isPresent() ? Optional.empty() : Optional.of(first);
            return header.isSummary() ? summary(lines, header, unit, rows) : log(lines, header, data, unit, rows);
        }
    }

    private static PurchaseFile log(
            Rows lines, Header header, Optional<Rows.Row> first, Optional<TimeUnit> unit, LongConsumer told) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> ids = new ArrayList<>();
        PurchaseLog.Collector log = new PurchaseLog.Collector();
        int amount = header.place(Field.AMOUNT);
        Optional<Moments> moments = Optional.empty();
        long count = 0;
        Optional<Rows.Row> next = first.or(() -> next(lines));
        while (next.isPresent()) {
            Rows.Row row = next.get();
            String when = Fields.text(row.fields(), header.place(Field.TIME), row.line(), "time");
            if (moments.isEmpty()) {
                moments = Optional.of(Moments.like(when, unit.orElse(TimeUnit.DAY)));
            }
            String who = Fields.text(row.fields(), header.place(Field.CUSTOMER), row.line(), "customer");
            Integer known = numbers.putIfAbsent(who, ids.size());
            if (known == null) {
                ids.add(who);
            }
            log.add(
                    known == null ? ids.size() - 1 : known,
                    moments.get().read(when, row.line(), "time"),
                    amount < 0 ? Double.NaN : Fields.notNegative(row.fields(), amount, row.line(), "amount"));
            tell(++count, told);
            next = next(lines);
        }
        if (ids.isEmpty()) {
            throw Failure.misused("file.no-rows");
        }
        boolean isDate = moments.filter(Moments::isDate).isPresent();
        Optional<TimeUnit> known = isDate ? unit.or(() -> Optional.of(TimeUnit.DAY)) : unit;
        return new PurchaseFile(ids, Optional.of(log.collected()), Optional.empty(), known, isDate);
    }

    private static Optional<Rows.Row> next(Rows lines) {
        while (lines.hasNext()) {
            Rows.Row row = lines.next();
            if (!row.fields().isEmpty()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static void tell(long count, LongConsumer told) {
        if (count % BETWEEN_TELLINGS == 0) {
            told.accept(count);
        }
    }

    private static PurchaseFile summary(Rows lines, Header header, Optional<TimeUnit> unit, LongConsumer told) {
        Summary summary = new Summary(header.place(Field.SPEND) >= 0);
        List<String> ids = new ArrayList<>();
        int id = header.place(Field.CUSTOMER);
        for (Optional<Rows.Row> next = next(lines); next.isPresent(); next = next(lines)) {
            Rows.Row row = next.get();
            ids.add(id < 0 ? Long.toString(ids.size() + 1L) : Fields.text(row.fields(), id, row.line(), "id"));
            summary.add(row, header);
            tell(ids.size(), told);
        }
        if (ids.isEmpty()) {
            throw Failure.misused("file.no-rows");
        }
        return new PurchaseFile(ids, Optional.empty(), Optional.of(summary), unit, false);
    }

    public List<String> ids() {
        return ids;
    }

    /** Empty for a summary. */
    public Optional<PurchaseLog> log() {
        return log;
    }

    /** The unit of the times; empty where the file doesn't tell and nobody said. */
    public Optional<TimeUnit> unit() {
        return unit;
    }

    /** A day by the clock of this file. */
    public double time(LocalDate day) {
        return unit.orElse(TimeUnit.DAY).fromDays((double) day.toEpochDay());
    }

    /** A time of this file for people: a date where times are days. */
    public String told(double time) {
        return unit.filter(known -> known == TimeUnit.DAY && isDate)
                .map(days -> LocalDate.ofEpochDay((long) Math.floor(time)).toString())
                .orElseGet(() -> String.format(Locale.ROOT, "%.6g", time));
    }

    /** The customers' pasts as of the end of the file, in the order of {@link #ids}. */
    public KnownPasts pasts() {
        return log.map(purchases -> KnownPasts.of(purchases, purchases.end()))
                .orElseGet(() -> summary.orElseThrow().pasts());
    }

    /** Whether the mean spend of a customer is known, or is that of no purchase. */
    public boolean isSpendKnown(int place) {
        return summary.map(rows -> rows.isSpendKnown(place)).orElse(true);
    }

    /** The columns of a summary. */
    private static final class Summary {
        private static final int FIRST_ROOM = 1024;

        private final boolean hasSpend;
        private double[] x = new double[FIRST_ROOM];
        private double[] tx = new double[FIRST_ROOM];
        private double[] age = new double[FIRST_ROOM];
        private double[] spend = new double[FIRST_ROOM];
        private int size;

        Summary(boolean hasSpend) {
            this.hasSpend = hasSpend;
        }

        void add(Rows.Row row, Header header) {
            List<String> fields = row.fields();
            double purchases = Fields.notNegative(fields, header.place(Field.X), row.line(), "x");
            double last = Fields.notNegative(fields, header.place(Field.TX), row.line(), "t_x");
            double present = Fields.notNegative(fields, header.place(Field.T), row.line(), "T");
            if (purchases != Math.rint(purchases)) {
                throw Failure.misused("file.not-whole", row.line(), "x", fields.get(header.place(Field.X)));
            }
            if (last > present) {
                throw Failure.misused(
                        "file.last-after-age", row.line(), Double.toString(last), Double.toString(present));
            }
            if ((purchases == 0) != (last == 0)) {
                throw Failure.misused(
                        "file.last-without-purchase", row.line(), Double.toString(purchases), Double.toString(last));
            }
            if (size == x.length) {
                int room = Math.addExact(size, size);
                x = Arrays.copyOf(x, room);
                tx = Arrays.copyOf(tx, room);
                age = Arrays.copyOf(age, room);
                spend = Arrays.copyOf(spend, room);
            }
            x[size] = purchases;
            tx[size] = last;
            age[size] = present;
            spend[size] = spend(row, header);
            size++;
        }

        private double spend(Rows.Row row, Header header) {
            int place = header.place(Field.SPEND);
            boolean isBlank = place < 0
                    || place >= row.fields().size()
                    || row.fields().get(place).isBlank();
            return isBlank ? Double.NaN : Fields.notNegative(row.fields(), place, row.line(), "spend");
        }

        boolean isSpendKnown(int place) {
            return hasSpend && (x[place] == 0 || !Double.isNaN(spend[place]));
        }

        KnownPasts pasts() {
            double[] known = Arrays.stream(spend, 0, size)
                    .map(mean -> Double.isNaN(mean) ? 0 : mean)
                    .toArray();
            return KnownPasts.of(
                    Arrays.copyOf(x, size), Arrays.copyOf(tx, size), Arrays.copyOf(age, size), known, hasSpend);
        }
    }
}
