package perennial.cli.valuation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Optional<SummaryColumns> summary;
    private final Optional<TimeUnit> unit;
    private final boolean isDate;
    private final TraitColumns traits;

    private PurchaseFile(
            List<String> ids,
            Optional<PurchaseLog> log,
            Optional<SummaryColumns> summary,
            Optional<TimeUnit> unit,
            boolean isDate,
            TraitColumns traits) {
        this.ids = ids;
        this.log = log;
        this.summary = summary;
        this.unit = unit;
        this.isDate = isDate;
        this.traits = traits;
    }

    /**
     * @param unit in which times are to be told; of a file without dates, what its unit is
     * @param traits the names of the columns that tell of traits
     * @param rows told now and then how many rows are read
     */
    public static PurchaseFile read(Path file, Optional<TimeUnit> unit, List<String> traits, LongConsumer rows)
            throws IOException {
        try (Rows lines = Rows.of(file)) {
            if (!lines.hasNext()) {
                throw Failure.misused("file.empty", file.toString());
            }
            Rows.Row first = lines.next();
            Optional<Header> named = Header.of(first);
            Header header = named.orElseGet(() -> Header.ofCdnow(first));
            Optional<Rows.Row> data = named.isPresent() ? Optional.empty() : Optional.of(first);
            TraitColumns columns = TraitColumns.of(traits, first);
            return header.isSummary()
                    ? summary(lines, header, unit, columns, rows)
                    : log(lines, header, data, unit, columns, rows);
        }
    }

    private static PurchaseFile log(
            Rows lines,
            Header header,
            Optional<Rows.Row> first,
            Optional<TimeUnit> unit,
            TraitColumns traits,
            LongConsumer told) {
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
            int number = known == null ? ids.size() - 1 : known;
            traits.put(number, row);
            log.add(
                    number,
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
        return new PurchaseFile(ids, Optional.of(log.collected()), Optional.empty(), known, isDate, traits);
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

    private static PurchaseFile summary(
            Rows lines, Header header, Optional<TimeUnit> unit, TraitColumns traits, LongConsumer told) {
        SummaryColumns summary = new SummaryColumns(header);
        List<String> ids = new ArrayList<>();
        Set<String> known = new HashSet<>();
        int id = header.place(Field.CUSTOMER);
        for (Optional<Rows.Row> next = next(lines); next.isPresent(); next = next(lines)) {
            Rows.Row row = next.get();
            String who = id < 0 ? Long.toString(ids.size() + 1L) : Fields.text(row.fields(), id, row.line(), "id");
            if (!known.add(who)) {
                throw Failure.misused("file.twice", row.line(), who);
            }
            ids.add(who);
            traits.put(ids.size() - 1, row);
            summary.add(row);
            tell(ids.size(), told);
        }
        if (ids.isEmpty()) {
            throw Failure.misused("file.no-rows");
        }
        return new PurchaseFile(ids, Optional.empty(), Optional.of(summary), unit, false, traits);
    }

    public List<String> ids() {
        return ids;
    }

    /** What is known of the customers beside their purchases. */
    public TraitColumns traits() {
        return traits;
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
}
