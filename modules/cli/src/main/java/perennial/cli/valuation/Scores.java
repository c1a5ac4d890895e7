package perennial.cli.valuation;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import perennial.analytics.btyd.Discount;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.valuation.KnownPasts;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * Scores every customer of a file, some thousands at a time, and writes them at full precision. A figure that does not
 * exist is null: purchases without end that diverge, a value without a known spend, a spend without a mean.
 */
public final class Scores {
    private static final int TOGETHER = 8192;

    private final PurchaseFile file;
    private final KnownPasts pasts;
    private final IntFunction<PurchaseModel> models;
    private final Optional<GammaGamma> spends;
    private final Settings settings;
    private final AtomicReference<InvalidInputException> divergence = new AtomicReference<>();

    /** @param horizon in the unit of the file, perhaps infinite */
    public record Settings(double horizon, Discount discount) {
        public Settings {
            if (!(horizon >= 0)) {
                throw new InvalidInputException(
                        "horizon",
                        horizon,
                        new Words("is below 0", "小于 0"),
                        new Words("give 0 or a number above it", "请给出 0 或更大的数"));
            }
        }
    }

    /** One customer's figures; NaN for what does not exist. */
    private record Score(double logLikelihood, double alive, double purchases, double value) {}

    /** @param models the model of each customer, by place */
    public Scores(
            PurchaseFile file, IntFunction<PurchaseModel> models, Optional<GammaGamma> spends, Settings settings) {
        this.file = file;
        this.pasts = file.pasts();
        this.models = models;
        this.spends = spends;
        this.settings = settings;
    }

    private interface Each {
        void write(String id, Score score) throws IOException;
    }

    private void each(Each each, LongConsumer told) throws IOException {
        List<String> ids = file.ids();
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            int first = from;
            Score[] some = IntStream.range(from, Math.min(ids.size(), from + TOGETHER))
                    .parallel()
                    .mapToObj(this::score)
                    .toArray(Score[]::new);
            for (int i = 0; i < some.length; i++) {
                each.write(ids.get(first + i), some[i]);
            }
            told.accept(first + some.length);
        }
    }

    private Score score(int i) {
        PurchaseModel model = models.apply(i);
        return new Score(
                pasts.logLikelihood(model, i).orElse(Double.NaN),
                model.pAlive(pasts.x(i), pasts.tx(i), pasts.T(i)),
                purchases(model, i, Discount.none()),
                purchases(model, i, settings.discount()) * spend(i));
    }

    private double purchases(PurchaseModel model, int i, Discount discount) {
        double t = settings.horizon();
        try {
            return model.discountedPurchases(pasts.x(i), pasts.tx(i), pasts.T(i), t, discount);
        } catch (InvalidInputException diverges) {
            if (t != Double.POSITIVE_INFINITY) {
                throw diverges;
            }
            divergence.compareAndSet(null, diverges);
            return Double.NaN;
        }
    }

    /** @throws InvalidInputException where purchases without end diverge for the first customer */
    public void refuseToDiverge() {
        if (settings.horizon() == Double.POSITIVE_INFINITY) {
            models.apply(0)
                    .discountedPurchases(pasts.x(0), pasts.tx(0), pasts.T(0), settings.horizon(), Discount.none());
        }
    }

    /** Why purchases without end were left out, if any were. */
    public Optional<InvalidInputException> divergence() {
        return Optional.ofNullable(divergence.get());
    }

    /** Whether the likelihoods are left out, depending on times between purchases that the file doesn't tell. */
    public boolean lacksGaps() {
        return !pasts.hasGaps()
                && IntStream.range(0, pasts.customers())
                        .anyMatch(i -> models.apply(i).needsGaps(pasts.x(i)));
    }

    /** Whether values are left out although the file tells of spend: too few bought again for a model of it. */
    public boolean lacksSpendModel() {
        return pasts.hasAmounts() && spends.isEmpty();
    }

    private double spend(int i) {
        if (spends.isEmpty() || !file.isSpendKnown(i)) {
            return Double.NaN;
        }
        double mean = pasts.meanSpend(i);
        return spends.get().expectedSpend(mean > 0 ? pasts.x(i) : 0, mean).orElse(Double.NaN);
    }

    /** As {@code {customers: [{id, logLikelihood, probabilityAlive, expectedPurchases, residualValue}]}}. */
    public void writeJson(Writer out, LongConsumer told) throws IOException {
        JsonGenerator json = Json.createGenerator(out);
        json.writeStartObject().writeStartArray("customers");
        each(
                (id, score) -> {
                    json.writeStartObject().write("id", id);
                    write(json, "logLikelihood", score.logLikelihood());
                    write(json, "probabilityAlive", score.alive());
                    write(json, "expectedPurchases", score.purchases());
                    write(json, "residualValue", score.value());
                    json.writeEnd();
                },
                told);
        json.writeEnd().writeEnd().flush();
        out.write(System.lineSeparator());
        out.flush();
    }

    private static void write(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.write(name, value);
        } else {
            json.writeNull(name);
        }
    }

    /** As CSV; a figure that does not exist is blank. */
    public void writeCsv(Writer out, LongConsumer told) throws IOException {
        BufferedWriter lines = new BufferedWriter(out);
        lines.write("id,logLikelihood,probabilityAlive,expectedPurchases,residualValue\n");
        each(
                (id, score) -> lines.append(quoted(id))
                        .append(cell(score.logLikelihood()))
                        .append(cell(score.alive()))
                        .append(cell(score.purchases()))
                        .append(cell(score.value()))
                        .append('\n'),
                told);
        lines.flush();
    }

    private static String quoted(String id) {
        boolean isPlain = id.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n');
        return isPlain ? id : '"' + id.replace("\"", "\"\"") + '"';
    }

    private static String cell(double value) {
        return Double.isFinite(value) ? "," + value : ",";
    }
}
