package perennial.verification;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import perennial.analytics.evaluation.Auc;

/**
 * What the product says of the buyers of the simulated shop beside what is true of them, what a naive rule says, and
 * what the best forecast says that the true parameters allow.
 */
final class TruthComparison {
    private static final double NAIVE_SILENCE_DAYS = 91;

    /** One buyer as the product sees it, and as it is. */
    private record Buyer(JsonObject seen, NamedCsvRecord truth) {
        double number(String name) {
            return seen.get(name) instanceof JsonNumber number ? number.doubleValue() : Double.NaN;
        }

        double amount(String name) {
            return seen.getJsonObject(name).getJsonNumber("amount").doubleValue();
        }

        double yearlySpend() {
            return amount("spend") / 2;
        }

        double truth(String name) {
            return Double.parseDouble(truth.getField(name));
        }

        boolean hasLeft() {
            return !truth.getField("left_at").isEmpty();
        }
    }

    private final List<Buyer> buyers;

    private TruthComparison(List<Buyer> buyers) {
        this.buyers = buyers;
    }

    static TruthComparison of(List<JsonObject> customers, Path sample) throws IOException {
        Map<String, NamedCsvRecord> truth = new HashMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(sample.resolve("truth.csv"))) {
            reader.forEach(row -> truth.put(row.getField("customer_id"), row));
        }
        return new TruthComparison(customers.stream()
                .filter(customer -> customer.getInt("orders") > 0)
                .filter(customer -> !customer.isNull("value"))
                .map(customer -> new Buyer(
                        customer,
                        Objects.requireNonNull(truth.get(customer.getString("id")), "of whom there is no truth")))
                .toList());
    }

    double modelAucOfLeaving() {
        return aucOfLeaving(buyer -> 1 - buyer.number("probabilityAlive"));
    }

    double naiveAucOfLeaving() {
        return aucOfLeaving(buyer -> buyer.number("recencyDays"));
    }

    double modelErrorOfValue() {
        return errorOfValue(buyer -> buyer.amount("value"));
    }

    double naiveErrorOfValue() {
        return errorOfValue(Buyer::yearlySpend);
    }

    double modelRankOfValue() {
        return rankOfValue(buyer -> buyer.amount("value"));
    }

    double naiveRankOfValue() {
        return rankOfValue(Buyer::yearlySpend);
    }

    private double aucOfLeaving(ToDoubleFunction<Buyer> score) {
        boolean[] left = new boolean[buyers.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = buyers.get(i).hasLeft();
        }
        return Auc.of(buyers.stream().mapToDouble(score).toArray(), left)
                .interval()
                .value();
    }

    /** Mean absolute error against what was spent in the 52 weeks that followed. */
    private double errorOfValue(ToDoubleFunction<Buyer> forecast) {
        return buyers.stream()
                .mapToDouble(buyer -> Math.abs(forecast.applyAsDouble(buyer) - buyer.truth("future_spend_52w")))
                .average()
                .orElseThrow();
    }

    /** How well the forecast tells the better half of the later spenders from the others. */
    private double rankOfValue(ToDoubleFunction<Buyer> forecast) {
        double median = buyers.stream()
                .mapToDouble(buyer -> buyer.truth("future_spend_52w"))
                .sorted()
                .skip(buyers.size() / 2)
                .findFirst()
                .orElseThrow();
        boolean[] high = new boolean[buyers.size()];
        for (int i = 0; i < high.length; i++) {
            high[i] = buyers.get(i).truth("future_spend_52w") > median;
        }
        return Auc.of(buyers.stream().mapToDouble(forecast).toArray(), high)
                .interval()
                .value();
    }

    private double shareRight(Predicate<Buyer> saysLeft) {
        return buyers.stream()
                        .filter(buyer -> saysLeft.test(buyer) == buyer.hasLeft())
                        .count()
                / (double) buyers.size();
    }

    private double total(ToDoubleFunction<Buyer> forecast) {
        return buyers.stream().mapToDouble(forecast).sum()
                / buyers.stream()
                        .mapToDouble(buyer -> buyer.truth("future_spend_52w"))
                        .sum();
    }

    String table() {
        StringBuilder table = new StringBuilder(
                "Simulated shop, %d buyers: product, naive rule, best that the true ".formatted(buyers.size())
                        + "parameters allow\n");
        line(
                table,
                "stage: churned or not, share right",
                shareRight(buyer -> buyer.seen().getString("stage").equals("churned")),
                shareRight(buyer -> buyer.number("recencyDays") > NAIVE_SILENCE_DAYS),
                shareRight(buyer -> buyer.truth("best_alive") < 0.5));
        line(
                table,
                "who has left: AUC",
                modelAucOfLeaving(),
                naiveAucOfLeaving(),
                aucOfLeaving(buyer -> 1 - buyer.truth("best_alive")));
        line(
                table,
                "value of 12 months: mean absolute error",
                modelErrorOfValue(),
                naiveErrorOfValue(),
                errorOfValue(buyer -> buyer.truth("best_spend_52w")));
        line(
                table,
                "value: AUC for the better half",
                modelRankOfValue(),
                naiveRankOfValue(),
                rankOfValue(buyer -> buyer.truth("best_spend_52w")));
        line(
                table,
                "value: sum, by what came",
                total(buyer -> buyer.amount("value")),
                total(Buyer::yearlySpend),
                total(buyer -> buyer.truth("best_spend_52w")));
        table.append("  naive: gone after %.0f days of silence, by recency; next year as half of two years\n"
                .formatted(NAIVE_SILENCE_DAYS));
        return table.toString();
    }

    private static void line(StringBuilder table, String what, double product, double naive, double best) {
        table.append(String.format(Locale.ROOT, "  %-42s %10.3f %10.3f %10.3f%n", what, product, naive, best));
    }
}
