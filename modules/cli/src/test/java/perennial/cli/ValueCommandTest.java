package perennial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.analytics.btyd.BgNbd;
import perennial.analytics.btyd.Discount;
import perennial.analytics.btyd.GammaGamma;

class ValueCommandTest {
    private static final String BG_NBD = "r=0.24,alpha=4.41,a=0.79,b=2.43";

    @TempDir
    private Path directory;

    @Test
    @EnabledIfEnvironmentVariable(
            named = "PERENNIAL_DATA",
            matches = ".+",
            disabledReason = "left out: set PERENNIAL_DATA to the folder of public data sets")
    void the_cdnow_sample_is_read_as_it_comes_and_its_back_test_gives_the_published_figures() throws IOException {
        Path sample = Path.of(System.getenv("PERENNIAL_DATA"), "cdnow", "CDNOW_sample.txt");
        Path report = directory.resolve("report.html");
        Spoken spoken = said(
                "value",
                "backtest",
                sample.toString(),
                "--out",
                report.toString(),
                "--origin",
                "1997-09-30",
                "--horizon",
                "273");
        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out()).containsPattern("bg-nbd +1653\\.4 +1882\\.0 +-0\\.\\d+ +0\\.7855 +1\\.6080");
        assertThat(Files.readString(report)).contains("1653.4");
    }

    @Test
    void scores_by_given_parameters_are_those_of_the_model_at_full_precision() throws IOException {
        Path file = file("s.csv", "ID, X ,T_x,T,Spend\nanna,2,30.43,38.86,35.5\nberta,0,0,38.86,\n");
        JsonObject scores = document(said(
                "value",
                "score",
                file.toString(),
                "--model",
                "bg-nbd",
                "--parameters",
                BG_NBD + ",p=6.25,q=3.74,gamma=15.44",
                "--horizon",
                "39",
                "--discount",
                "0.002",
                "--json"));
        BgNbd model = new BgNbd(0.24, 4.41, 0.79, 2.43);
        JsonObject anna = scores.getJsonArray("customers").getJsonObject(0);
        assertThat(anna.keySet())
                .containsExactly("id", "logLikelihood", "probabilityAlive", "expectedPurchases", "residualValue");
        assertThat(anna.getString("id")).isEqualTo("anna");
        assertThat(number(anna, "logLikelihood")).isEqualTo(model.logLikelihood(2, 30.43, 38.86));
        assertThat(number(anna, "probabilityAlive")).isEqualTo(model.pAlive(2, 30.43, 38.86));
        assertThat(number(anna, "expectedPurchases"))
                .isCloseTo(model.expectedPurchases(2, 30.43, 38.86, 39), within(1e-15));
        double spend = new GammaGamma(6.25, 3.74, 15.44).expectedSpend(2, 35.5).orElseThrow();
        assertThat(number(anna, "residualValue"))
                .isEqualTo(model.discountedPurchases(2, 30.43, 38.86, 39, Discount.continuous(0.002)) * spend);
        assertThat(number(scores.getJsonArray("customers").getJsonObject(1), "residualValue"))
                .isPositive();
    }

    @Test
    void what_does_not_exist_is_null() throws IOException {
        Path file = file("s.csv", "id,x,t_x,T\nanna,2,30,40\n");
        JsonObject endless = document(
                said("value", "score", file.toString(), "--model", "bg-nbd", "--parameters", BG_NBD, "--json"));
        JsonObject anna = endless.getJsonArray("customers").getJsonObject(0);
        assertThat(anna.get("expectedPurchases")).isEqualTo(JsonValue.NULL);
        assertThat(anna.get("residualValue")).isEqualTo(JsonValue.NULL);
        assertThat(number(anna, "probabilityAlive")).isBetween(0.0, 1.0);
    }

    @Test
    void a_fit_answers_with_parameters_errors_evidence_and_seconds() throws IOException {
        Path log = orders();
        JsonObject fit = document(said("value", "fit", log.toString(), "--model", "mbg-nbd", "--json"));
        assertThat(fit.getString("model")).isEqualTo("mbg-nbd");
        assertThat(fit.getJsonObject("parameters").keySet()).containsExactly("r", "alpha", "a", "b");
        assertThat(fit.getJsonObject("convergence").getString("status")).isNotBlank();
        assertThat(fit.keySet())
                .contains("standardErrors", "logLikelihood", "readSeconds", "compressSeconds", "fitSeconds");
    }

    @Test
    void the_unit_of_time_changes_the_scale_and_no_forecast() throws IOException {
        Path log = orders();
        JsonObject days = document(said("value", "fit", log.toString(), "--model", "pareto-nbd", "--json"));
        JsonObject weeks = document(
                said("value", "fit", log.toString(), "--model", "pareto-nbd", "--time-unit", "week", "--json"));
        assertThat(number(weeks.getJsonObject("parameters"), "alpha") * 7)
                .isCloseTo(number(days.getJsonObject("parameters"), "alpha"), within(1e-3));
        assertThat(number(weeks.getJsonObject("parameters"), "r"))
                .isCloseTo(number(days.getJsonObject("parameters"), "r"), within(1e-5));
    }

    @Test
    void a_gzipped_log_in_any_order_gives_the_same_scores() throws IOException {
        Path log = orders();
        String text = Files.readString(log);
        Path packed = directory.resolve("orders.csv.gz");
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(packed)), StandardCharsets.UTF_8)) {
            out.write(text.replace(',', ';'));
        }
        String[] options = {"--model", "bg-nbd", "--parameters", BG_NBD, "--horizon", "30"};
        assertThat(score(packed, options)).isEqualTo(score(log, options));
    }

    @Test
    void a_report_opens_without_a_network_and_shows_four_kinds_of_picture() throws IOException {
        Path report = directory.resolve("report.html");
        Spoken spoken = said("value", "backtest", orders().toString(), "--out", report.toString());
        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out()).contains("as before", "mean", "mbg-nbd", "pareto-nbd", "bg-nbd");
        String page = Files.readString(report);
        assertThat(page).contains("chart-bars", "chart-dots", "chart-lines", "chart-histogram");
        assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("<script");
    }

    @Test
    void a_back_test_of_a_summary_is_refused_with_what_it_needs() throws IOException {
        Path file = file("s.csv", "id,x,t_x,T\nanna,2,30,40\n");
        Spoken spoken = said(
                "value",
                "backtest",
                file.toString(),
                "--out",
                directory.resolve("r.html").toString());
        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains("order log");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,x,t_x;anna,1,2 | line 1: no column \"T\"",
                "id,x,t_x,T;anna,1,5,4 | line 2: t_x = 5.0 is after T = 4.0",
                "id,x,t_x,T;anna,1,2,4;b,-1,2,4 | line 3: \"x\" is below 0",
                "id,x,t_x,T;anna,1,NaN,4 | line 2: \"t_x\" is no number",
                "id,x,t_x,T;anna,1,,4 | line 2: \"t_x\" is blank",
                "id,x,t_x,T;anna,1.5,2,4 | line 2: \"x\" is not whole",
                "id,x,t_x,T;anna,0,2,4 | line 2: x = 0.0 and t_x = 2.0 contradict",
                "id,x,t_x,T | no rows",
                "customer,amount;anna,5 | line 1: no column \"time\"",
                "customer,time,amount;anna,2024-01-01,5;b,soon,5 | line 3: \"time\" is no date",
                "customer,time,amount;anna,2024-01-01,-5 | line 2: \"amount\" is below 0",
                "customer,time,amount;,2024-01-01,5 | line 2: \"customer\" is blank",
                "1,2 | line 1 is neither a header"
            })
    void bad_input_is_refused_with_its_line_its_reason_and_exit_code_2(String text, String told) throws IOException {
        Path file = file("bad.csv", text.replace(';', '\n') + "\n");
        Spoken spoken =
                said("value", "score", file.toString(), "--model", "bg-nbd", "--parameters", BG_NBD, "--horizon", "3");
        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains(told);
        assertThat(spoken.out()).isEmpty();
    }

    @Test
    void models_and_parameters_that_there_are_not_are_refused() throws IOException {
        Path file = file("s.csv", "id,x,t_x,T\nanna,2,30,40\n");
        Spoken model = said("value", "fit", file.toString(), "--model", "bgnbd");
        assertThat(model.exitCode()).isEqualTo(2);
        assertThat(model.err()).contains("bg-nbd, mbg-nbd, pareto-nbd, bg-bb");
        Spoken parameters = said("value", "score", file.toString(), "--model", "pareto-nbd", "--parameters", BG_NBD);
        assertThat(parameters.exitCode()).isEqualTo(2);
        assertThat(parameters.err()).contains("r, alpha, s, beta");
        assertThat(said("value", "score", file.toString(), "--parameters", BG_NBD)
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void too_few_customers_are_a_stated_reason_in_the_readers_language() throws IOException {
        Path file = file("s.csv", "id,x,t_x,T\nanna,2,30,40\n");
        assertThat(said("value", "fit", file.toString()).err()).contains("Not enough data: 1 customers");
        assertThat(said("--lang", "zh", "value", "fit", file.toString()).err()).contains("数据不足");
    }

    @Test
    void a_benchmark_tells_the_machine_each_phase_and_the_likelihood_reached() throws IOException {
        JsonObject bench =
                document(said("bench", "value", orders().toString(), "--model", "bg-nbd", "--rounds", "2", "--json"));
        assertThat(bench.getString("machine")).contains("processors");
        JsonObject model = bench.getJsonArray("models").getJsonObject(0);
        assertThat(model.getJsonObject("medianSeconds").keySet()).containsExactly("read", "compress", "fit", "score");
        assertThat(model.getJsonNumber("logLikelihood").doubleValue()).isNegative();
    }

    private Spoken said(String... arguments) {
        return Spoken.of(directory, arguments);
    }

    private String score(Path file, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "value";
        arguments[1] = "score";
        arguments[2] = file.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        Spoken spoken = said(arguments);
        assertThat(spoken.exitCode()).isZero();
        return spoken.out();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    /** The orders of 150 customers in a year, drawn from a seed. */
    private Path orders() throws IOException {
        Random chance = new Random(8);
        StringBuilder text = new StringBuilder("Customer ID,Order Date,Amount\n");
        LocalDate start = LocalDate.of(2024, 1, 1);
        for (int who = 0; who < 150; who++) {
            double at = chance.nextInt(120);
            double gap = 10 + 60 * chance.nextDouble();
            while (at < 365) {
                text.append("c")
                        .append(who)
                        .append(',')
                        .append(start.plusDays((long) at))
                        .append(',');
                text.append(10 + chance.nextInt(50)).append('\n');
                at += chance.nextDouble() < 0.15 ? 1000 : 1 - gap * Math.log(1 - chance.nextDouble());
            }
        }
        return file("orders.csv", text.toString());
    }

    private static double number(JsonObject object, String name) {
        return object.getJsonNumber(name).doubleValue();
    }

    private static JsonObject document(Spoken spoken) {
        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        try (JsonReader reader = Json.createReader(new StringReader(spoken.out()))) {
            return reader.readObject();
        }
    }
}
