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
import perennial.analytics.btyd.BgBb;
import perennial.analytics.btyd.BgCnbd;
import perennial.analytics.btyd.BgNbd;
import perennial.analytics.btyd.Discount;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.ParetoNbd;

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
        assertThat(text(packed, options)).isEqualTo(text(log, options));
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
                "id,x,t_x,T,litt;anna,3,30,40,9 | line 2: sum_log_itt = 9",
                "id,x,t_x,T,litt;anna,3,30,40, | line 2: \"sum_log_itt\" is blank",
                "id,x,t_x,T;anna,1,2,4;anna,0,0,4 | line 3: customer anna has a row already",
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
        assertThat(model.err()).contains("bg-nbd, mbg-nbd, pareto-nbd, bg-bb, bg-cnbd, mbg-cnbd");
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
    void regular_buyers_are_scored_by_given_parameters_and_their_likelihood_needs_the_gaps() throws IOException {
        String[] options = {"--model", "bg-cnbd", "--parameters", "k=3,r=0.5,alpha=3,a=0.8,b=2.4", "--horizon", "39"};
        BgCnbd model = new BgCnbd(3, 0.5, 3, 0.8, 2.4);
        Path gaps = file("g.csv", "id,x,t_x,T,sum_log_itt\nanna,5,30,38.86,8.2\nberta,0,0,38.86,\n");
        JsonObject anna = scored(gaps, options).getJsonArray("customers").getJsonObject(0);
        assertThat(number(anna, "logLikelihood")).isCloseTo(-16.648181908915657, within(1e-12));
        assertThat(number(anna, "expectedPurchases"))
                .isCloseTo(model.expectedPurchases(5, 30, 38.86, 39), within(1e-14));

        Path plain = file("p.csv", "id,x,t_x,T\nanna,5,30,38.86\nberta,0,0,38.86\n");
        Spoken spoken = score(plain, "--json", options);
        assertThat(spoken.err()).contains("sum_log_itt");
        JsonObject without = document(spoken).getJsonArray("customers").getJsonObject(0);
        assertThat(without.get("logLikelihood")).isEqualTo(JsonValue.NULL);
        assertThat(number(without, "probabilityAlive")).isEqualTo(number(anna, "probabilityAlive"));
        assertThat(number(document(spoken).getJsonArray("customers").getJsonObject(1), "logLikelihood"))
                .isEqualTo(model.logLikelihood(0, 0, 38.86));

        Spoken fit = said("value", "fit", plain.toString(), "--model", "mbg-cnbd");
        assertThat(fit.exitCode()).isEqualTo(2);
        assertThat(fit.err()).contains("sum_log_itt");
        Spoken half = score(plain, "--json", "--model", "bg-cnbd", "--parameters", "k=2.5,r=1,alpha=1,a=1,b=1");
        assertThat(half.exitCode()).isEqualTo(2);
        assertThat(half.err()).contains("whole number from 1 to 12");
    }

    @Test
    void a_log_of_regular_buyers_is_fitted_with_its_regularity_among_the_parameters() throws IOException {
        JsonObject fit = document(said("value", "fit", orders().toString(), "--model", "mbg-cnbd", "--json"));
        assertThat(fit.getJsonObject("parameters").keySet()).containsExactly("k", "r", "alpha", "a", "b");
        assertThat(number(fit, "logLikelihood"))
                .isGreaterThanOrEqualTo(number(
                        document(said("value", "fit", orders().toString(), "--model", "mbg-nbd", "--json")),
                        "logLikelihood"));
    }

    @Test
    void bg_bb_keeps_its_own_gamma_beside_that_of_the_spend() throws IOException {
        Path file = file("b.csv", "id,x,t_x,n,spend\nanna,4,5,6,20\n");
        JsonObject anna = scored(
                        file,
                        "--model",
                        "bg-bb",
                        "--parameters",
                        "alpha=1.204,beta=0.75,gamma=0.657,delta=2.783,spend.p=6.25,spend.q=3.74,spend.gamma=15.44",
                        "--horizon",
                        "5")
                .getJsonArray("customers")
                .getJsonObject(0);
        BgBb model = new BgBb(1.204, 0.75, 0.657, 2.783);
        assertThat(number(anna, "probabilityAlive")).isEqualTo(model.pAlive(4, 5, 6));
        assertThat(number(anna, "residualValue"))
                .isCloseTo(
                        model.expectedPurchases(4, 5, 6, 5)
                                * new GammaGamma(6.25, 3.74, 15.44)
                                        .expectedSpend(4, 20)
                                        .orElseThrow(),
                        within(1e-12));
        Spoken half = score(
                file,
                "--json",
                "--model",
                "bg-bb",
                "--parameters",
                "alpha=1.204,beta=0.75,gamma=0.657,delta=2.783,spend.p=6.25");
        assertThat(half.exitCode()).isEqualTo(2);
        assertThat(half.err()).contains("spend.p, spend.q, spend.gamma");
    }

    @Test
    void purchases_without_end_that_diverge_are_refused_where_they_were_asked_for() throws IOException {
        Path file = file("s.csv", "id,x,t_x,T\nanna,2,30,40\n");
        String[] options = {"--model", "bg-nbd", "--parameters", BG_NBD, "--horizon", "Infinity"};
        Spoken refused = score(file, "--json", options);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("infinite", "a = 0.79");
        Spoken unasked = score(file, "--json", "--model", "bg-nbd", "--parameters", BG_NBD);
        assertThat(unasked.exitCode()).isZero();
        assertThat(unasked.err()).contains("a = 0.79");
    }

    @Test
    void traits_move_the_parameters_of_each_customer() throws IOException {
        Path file = file("t.csv", "id,x,t_x,T,Web\nanna,2,30,40,1\nberta,2,30,40,0\n");
        JsonObject scores = scored(
                file,
                "--traits",
                "Web",
                "--model",
                "pareto-nbd",
                "--parameters",
                "r=0.5,alpha=10,s=0.6,beta=11,buying.Web=0.4,leaving.Web=-0.2",
                "--horizon",
                "39");
        ParetoNbd moved = new ParetoNbd(0.5, 10 * Math.exp(-0.4), 0.6, 11 * Math.exp(0.2));
        assertThat(number(scores.getJsonArray("customers").getJsonObject(0), "expectedPurchases"))
                .isCloseTo(moved.expectedPurchases(2, 30, 40, 39), within(1e-13));
        assertThat(number(scores.getJsonArray("customers").getJsonObject(1), "expectedPurchases"))
                .isCloseTo(new ParetoNbd(0.5, 10, 0.6, 11).expectedPurchases(2, 30, 40, 39), within(1e-13));
    }

    @Test
    void a_fit_with_traits_tells_their_coefficients_and_scores_by_them() throws IOException {
        Path log = withTraits();
        JsonObject fit =
                document(said("value", "fit", log.toString(), "--model", "bg-nbd", "--traits", "web", "--json"));
        assertThat(fit.getJsonObject("parameters").keySet())
                .containsExactly("r", "alpha", "a", "b", "buying.web", "leaving.web", "staying.web");
        assertThat(scored(log, "--model", "bg-nbd", "--traits", "web", "--horizon", "90")
                        .getJsonArray("customers"))
                .hasSize(150);
        assertThat(said("value", "fit", log.toString(), "--model", "mbg-nbd", "--traits", "web")
                        .err())
                .contains("pareto-nbd and bg-nbd");
        assertThat(said("value", "fit", log.toString(), "--model", "bg-nbd", "--traits", "shop")
                        .err())
                .contains("no column \"shop\"");
        Path changing = file("c.csv", "customer,time,web\nanna,2024-01-01,1\nanna,2024-02-01,0\n");
        assertThat(said("value", "fit", changing.toString(), "--model", "bg-nbd", "--traits", "web")
                        .err())
                .contains("line 3", "a trait does not change");
    }

    @Test
    void without_a_file_a_benchmark_makes_up_its_customers() throws IOException {
        JsonObject bench = document(said(
                "bench",
                "value",
                "--customers",
                "2000",
                "--seed",
                "5",
                "--model",
                "pareto-nbd",
                "--rounds",
                "1",
                "--json"));
        assertThat(bench.getJsonArray("models").getJsonObject(0).getInt("customers"))
                .isEqualTo(2000);
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

    private JsonObject scored(Path file, String... options) {
        return document(score(file, "--json", options));
    }

    private Spoken score(Path file, String form, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "value";
        arguments[1] = "score";
        arguments[2] = file.toString();
        arguments[3] = form;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return said(arguments);
    }

    /** The same orders, with a column that tells every second customer from the others. */
    private Path withTraits() throws IOException {
        String text = Files.readString(orders())
                .replaceFirst("Amount", "Amount,web")
                .replaceAll("(?m)^(c\\d*[02468],.*)$", "$1,0")
                .replaceAll("(?m)^(c\\d*[13579],.*)$", "$1,1");
        return file("traits.csv", text);
    }

    private String text(Path file, String... options) {
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
