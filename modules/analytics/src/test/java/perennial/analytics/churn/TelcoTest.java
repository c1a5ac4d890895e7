package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import perennial.analytics.evaluation.Auc;
import perennial.analytics.evaluation.ClassificationQuality;

@EnabledIfEnvironmentVariable(
        named = "PERENNIAL_DATA",
        matches = ".+",
        disabledReason =
                "left out: set PERENNIAL_DATA to the folder of public data sets to include the telco customers")
class TelcoTest {
    private static final List<String> NUMBERS = List.of("SeniorCitizen", "tenure", "MonthlyCharges", "TotalCharges");
    private static final int SPLITS = 5;
    private static List<NamedCsvRecord> customers = List.of();

    @BeforeAll
    static void read_the_customers() throws IOException {
        Path file = Path.of(System.getenv("PERENNIAL_DATA"), "telco-churn", "telco-customer-churn.csv.gz");
        try (Reader text =
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            customers = csv.stream().toList();
        }
    }

    @Test
    void logistic_regression_reaches_the_known_auc_on_stratified_splits() {
        double auc = 0;
        double logLoss = 0;
        for (int split = 0; split < SPLITS; split++) {
            List<NamedCsvRecord> test = tests(split);
            List<NamedCsvRecord> training = new ArrayList<>(customers);
            training.removeAll(test);
            Observations held = observations(test);
            double[] scores = LogisticRegression.fit(observations(training), 1).scores(held.rows());
            auc += Auc.of(scores, held.outcomes()).value() / SPLITS;
            logLoss += ClassificationQuality.logLoss(new Calibrator.AsItIs().probabilities(scores), held.outcomes())
                    / SPLITS;
        }

        assertThat(auc).isBetween(0.835, 0.855);
        assertThat(logLoss).isBetween(0.40, 0.43);
    }

    /** A fifth of those who left and a fifth of those who stayed. */
    private static List<NamedCsvRecord> tests(long seed) {
        List<NamedCsvRecord> tests = new ArrayList<>();
        for (String outcome : List.of("Yes", "No")) {
            List<NamedCsvRecord> of = new ArrayList<>(customers.stream()
                    .filter(customer -> customer.getField("Churn").equals(outcome))
                    .toList());
            Collections.shuffle(of, new Random(seed));
            tests.addAll(of.subList(0, of.size() / 5));
        }
        return tests;
    }

    /** Numbers as they are, a blank unknown; a column of its own for each other value of a category. */
    private static Observations observations(List<NamedCsvRecord> records) {
        List<Column> columns = new ArrayList<>();
        double[][] rows = new double[records.size()][];
        boolean[] outcomes = new boolean[records.size()];
        List<String> names = customers.get(0).getHeader().stream()
                .filter(name -> !name.equals("Churn") && !name.equals("customerID"))
                .toList();
        List<List<String>> values = names.stream()
                .map(name -> NUMBERS.contains(name)
                        ? List.of(name)
                        : customers.stream()
                                .map(customer -> customer.getField(name))
                                .distinct()
                                .sorted()
                                .skip(1)
                                .toList())
                .toList();
        values.forEach(list -> list.forEach(value -> columns.add(Column.plain(value))));
        for (int i = 0; i < rows.length; i++) {
            NamedCsvRecord customer = records.get(i);
            List<Double> row = new ArrayList<>();
            for (int c = 0; c < names.size(); c++) {
                String field = customer.getField(names.get(c));
                for (String value : values.get(c)) {
                    if (!NUMBERS.contains(names.get(c))) {
                        row.add(field.equals(value) ? 1.0 : 0.0);
                    } else {
                        row.add(field.isBlank() ? Double.NaN : Double.parseDouble(field));
                    }
                }
            }
            rows[i] = row.stream().mapToDouble(Double::doubleValue).toArray();
            outcomes[i] = customer.getField("Churn").equals("Yes");
        }
        return new Observations(columns, rows, outcomes);
    }
}
