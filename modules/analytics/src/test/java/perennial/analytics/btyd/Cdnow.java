package perennial.analytics.btyd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;

/**
 * The CDNOW purchases, those of one day merged, cut at the end of the calibration of the papers; time in weeks.
 *
 * @param customers in the order of the file
 */
record Cdnow(List<Buyer> customers) {
    static final String VARIABLE = "PERENNIAL_DATA";
    static final String LEFT_OUT =
            "left out: set PERENNIAL_DATA to the folder of public data sets to include the CDNOW purchases";
    private static final LocalDate CUT = LocalDate.of(1997, 9, 30);

    /** One customer, with what was bought in the 39 weeks after the cut. */
    record Buyer(double x, double tx, double T, double meanRepeatSpend, int heldOut, double heldOutSpend) {}

    static Cdnow sample() {
        return read("CDNOW_sample.txt", 1);
    }

    static Cdnow master() {
        return read("CDNOW_master.txt.gz", 0);
    }

    PurchaseSummaries purchases() {
        return PurchaseSummaries.of(column(Buyer::x), column(Buyer::tx), column(Buyer::T));
    }

    SpendSummaries spends() {
        return SpendSummaries.of(column(Buyer::x), column(Buyer::meanRepeatSpend));
    }

    private double[] column(ToDoubleFunction<Buyer> field) {
        return customers.stream().mapToDouble(field).toArray();
    }

    private static Cdnow read(String file, int idColumn) {
        Path path = Path.of(System.getenv(VARIABLE), "cdnow", file);
        Map<String, TreeMap<LocalDate, BigDecimal>> days = new LinkedHashMap<>();
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                String[] fields = row.strip().split("\\s+");
                if (Character.isDigit(fields[0].charAt(0))) {
                    LocalDate day = LocalDate.parse(fields[idColumn + 1], DateTimeFormatter.BASIC_ISO_DATE);
                    days.computeIfAbsent(fields[idColumn], id -> new TreeMap<>())
                            .merge(day, new BigDecimal(fields[idColumn + 3]), BigDecimal::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cdnow(days.values().stream().map(Cdnow::buyer).toList());
    }

    private static Buyer buyer(TreeMap<LocalDate, BigDecimal> days) {
        LocalDate first = days.firstKey();
        List<LocalDate> before = new ArrayList<>(days.headMap(CUT, true).keySet());
        double repeatSpend = before.stream()
                .skip(1)
                .map(days::get)
                .mapToDouble(BigDecimal::doubleValue)
                .sum();
        Map<LocalDate, BigDecimal> after = days.tailMap(CUT, false);
        int x = before.size() - 1;
        return new Buyer(
                x,
                weeks(first, before.get(x)),
                weeks(first, CUT),
                x == 0 ? 0 : repeatSpend / x,
                after.size(),
                after.values().stream().mapToDouble(BigDecimal::doubleValue).sum());
    }

    private static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / 7.0;
    }
}
