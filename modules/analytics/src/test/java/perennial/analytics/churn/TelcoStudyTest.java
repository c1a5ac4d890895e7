package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIfEnvironmentVariable(
        named = "PERENNIAL_DATA",
        matches = ".+",
        disabledReason =
                "left out: set PERENNIAL_DATA to the folder of public data sets to include the telco customers")
class TelcoStudyTest {
    private static final int SPLITS = 2;

    /** What scikit-learn's equivalents reach over ten splits stands in docs/churn.md; two splits wander a little. */
    @ParameterizedTest
    @CsvSource({"LOGISTIC, 0.835", "BOOSTED, 0.835", "FOREST, 0.83", "TREE, 0.80"})
    void each_model_reaches_the_known_auc_on_stratified_splits(Learner learner, double least) throws IOException {
        double auc = 0;
        for (int split = 1; split <= SPLITS; split++) {
            ChurnStudy study = ChurnStudy.of(
                    customers(),
                    new ChurnStudy.Settings(
                            "churn", List.of(), Optional.of(learner), 0.2, split, Duration.ofMinutes(5)),
                    InstantSource.system(),
                    words -> {});
            auc += study.best().quality().auc().value() / SPLITS;
            assertThat(study.columns().get(0).isUsed()).isFalse();
            assertThat(study.columns())
                    .filteredOn(column -> column.column().equals("TotalCharges"))
                    .extracting(Treatment::kind, Treatment::unknown)
                    .containsExactly(tuple(Treatment.Kind.NUMBER, 11));
        }

        assertThat(auc).isBetween(least, 0.87);
    }

    private static Table customers() throws IOException {
        Path file = Path.of(System.getenv("PERENNIAL_DATA"), "telco-churn", "telco-customer-churn.csv.gz");
        try (Reader text =
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
                CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            List<List<String>> rows = csv.stream().map(CsvRecord::getFields).toList();
            return Table.under(rows.get(0), rows.subList(1, rows.size()));
        }
    }
}
