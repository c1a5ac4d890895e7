package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;

@EnabledIfEnvironmentVariable(
        named = "PERENNIAL_DATA",
        matches = ".+",
        disabledReason = "left out: set PERENNIAL_DATA to the folder of public data sets to include the gift shop")
class OnlineRetailTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant AS_OF =
            LocalDateTime.parse("2011-12-10T00:00").atZone(LONDON).toInstant();
    private static final FeatureFold FOLD = new FeatureFold(FeatureFold.Settings.ordersOnly(LONDON, 2));

    @Test
    void on_the_real_shop_the_model_beats_recency_alone_and_means_its_probabilities() throws IOException {
        List<History> histories = histories();
        PurchaseTimes.Collector collector = new PurchaseTimes.Collector();
        histories.forEach(h -> h.purchases().forEach(p -> collector.add(h.customer(), p.at())));
        PurchaseTimes purchases = collector.collected();
        ChurnDefinition definition = ChurnDefinition.fromGaps(purchases, AS_OF, LONDON);
        LearningSet set = LearningSet.of(
                definition,
                AS_OF,
                (upTo, reader) -> histories.forEach(history -> reader.accept(cut -> FOLD.fold(history, cut))),
                purchases,
                LearningSet.Settings.standard(definition, 1));
        ModelCard card = ((ChurnFit.Fitted) ChurnModel.fit(set, ChurnModel.Settings.standard(1))).card();

        ClassificationQuality recency = card.qualityOf(ModelCard.RECENCY_ONLY).orElseThrow();
        assertThat(definition.horizonDays()).isEqualTo(56);
        assertThat(card.quality().count()).isGreaterThan(2000);
        assertThat(card.quality().auc().low()).isGreaterThan(recency.auc().high() + 0.1);
        assertThat(card.quality().logLoss()).isLessThan(recency.logLoss() - 0.05);
        assertThat(card.quality().calibration().line().orElseThrow().slope()).isBetween(0.85, 1.15);
    }

    /** Invoices of known customers, without cancellations and lines that sell nothing. */
    private static List<History> histories() throws IOException {
        Map<String, Map<String, List<NamedCsvRecord>>> byCustomer = new LinkedHashMap<>();
        Path file = Path.of(System.getenv("PERENNIAL_DATA"), "online-retail", "online-retail.csv.gz");
        try (Reader text =
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : csv) {
                if (!line.getField("CustomerID").isEmpty()
                        && quantity(line) > 0
                        && price(line).signum() > 0) {
                    byCustomer
                            .computeIfAbsent(line.getField("CustomerID"), id -> new LinkedHashMap<>())
                            .computeIfAbsent(line.getField("InvoiceNo"), no -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        List<History> histories = new ArrayList<>();
        byCustomer.forEach((customer, invoices) -> {
            List<Purchase> purchases = new ArrayList<>();
            invoices.forEach((invoice, lines) -> purchases.add(purchase(invoice, lines)));
            histories.add(Shop.history(customer, purchases));
        });
        return histories;
    }

    private static Purchase purchase(String invoice, List<NamedCsvRecord> lines) {
        Instant at = LocalDateTime.parse(lines.get(0).getField("InvoiceDate").replace(' ', 'T'))
                .atZone(LONDON)
                .toInstant();
        List<Purchase.Line> bought = lines.stream()
                .map(line -> new Purchase.Line(
                        line.getField("StockCode"), Optional.empty(), quantity(line), amountMinor(line)))
                .toList();
        return new Purchase(
                invoice, at, bought, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static long amountMinor(NamedCsvRecord line) {
        return price(line)
                .multiply(BigDecimal.valueOf(100L * quantity(line)))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static int quantity(NamedCsvRecord line) {
        return Integer.parseInt(line.getField("Quantity"));
    }

    private static BigDecimal price(NamedCsvRecord line) {
        return new BigDecimal(line.getField("UnitPrice"));
    }
}
