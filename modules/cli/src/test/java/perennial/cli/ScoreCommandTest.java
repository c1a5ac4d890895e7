package perennial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.analytics.btyd.BgBb;
import perennial.analytics.btyd.BgCnbd;
import perennial.analytics.btyd.BgNbd;
import perennial.analytics.btyd.Discount;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.ParetoNbd;

class ScoreCommandTest {
    private static final String BG_NBD = "r=0.24,alpha=4.41,a=0.79,b=2.43";
    private final Workbench desk;

    ScoreCommandTest(@TempDir Path directory) {
        desk = new Workbench(directory);
    }

    @Test
    void scores_by_given_parameters_are_those_of_the_model_at_full_precision() throws IOException {
        Path file = desk.file("s.csv", "ID, X ,T_x,T,Spend\nanna,2,30.43,38.86,35.5\nberta,0,0,38.86,\n");
        JsonObject scores = Workbench.document(desk.said(
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
        assertThat(Workbench.number(anna, "logLikelihood")).isEqualTo(model.logLikelihood(2, 30.43, 38.86));
        assertThat(Workbench.number(anna, "probabilityAlive")).isEqualTo(model.pAlive(2, 30.43, 38.86));
        assertThat(Workbench.number(anna, "expectedPurchases"))
                .isCloseTo(model.expectedPurchases(2, 30.43, 38.86, 39), within(1e-15));
        double spend = new GammaGamma(6.25, 3.74, 15.44).expectedSpend(2, 35.5).orElseThrow();
        assertThat(Workbench.number(anna, "residualValue"))
                .isEqualTo(model.discountedPurchases(2, 30.43, 38.86, 39, Discount.continuous(0.002)) * spend);
        assertThat(Workbench.number(scores.getJsonArray("customers").getJsonObject(1), "residualValue"))
                .isPositive();
    }

    @Test
    void what_does_not_exist_is_null() throws IOException {
        Path file = desk.file("s.csv", "id,x,t_x,T\nanna,2,30,40\n");
        JsonObject endless = Workbench.document(
                desk.said("value", "score", file.toString(), "--model", "bg-nbd", "--parameters", BG_NBD, "--json"));
        JsonObject anna = endless.getJsonArray("customers").getJsonObject(0);
        assertThat(anna.get("expectedPurchases")).isEqualTo(JsonValue.NULL);
        assertThat(anna.get("residualValue")).isEqualTo(JsonValue.NULL);
        assertThat(Workbench.number(anna, "probabilityAlive")).isBetween(0.0, 1.0);
    }

    @Test
    void a_gzipped_log_in_any_order_gives_the_same_scores() throws IOException {
        Path log = desk.orders();
        String text = Files.readString(log);
        Path packed = desk.directory().resolve("orders.csv.gz");
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(packed)), StandardCharsets.UTF_8)) {
            out.write(text.replace(',', ';'));
        }
        String[] options = {"--model", "bg-nbd", "--parameters", BG_NBD, "--horizon", "30"};
        assertThat(text(packed, options)).isEqualTo(text(log, options));
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
                "id,x,t_x,T;anna,1,2 | line 2: 3 fields, where the first line has 4",
                "id,x,t_x,T;anna,1,2,4,5 | line 2: 5 fields, where the first line has 4",
                "id,x,t_x,T;anna,1,0x1p3,40 | line 2: \"t_x\" is no number",
                "id,x,t_x,T;anna,1,1,1e400 | line 2: \"T\" is no number",
                "customer,time,amount;anna,2024-13-01,5 | line 2: \"time\" is neither a date nor a number",
                "1,2 | line 1 is neither a header"
            })
    void bad_input_is_refused_with_its_line_its_reason_and_exit_code_2(String text, String told) throws IOException {
        Path file = desk.file("bad.csv", text.replace(';', '\n') + "\n");
        Spoken spoken = desk.said(
                "value", "score", file.toString(), "--model", "bg-nbd", "--parameters", BG_NBD, "--horizon", "3");
        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains(told);
        assertThat(spoken.out()).isEmpty();
    }

    @Test
    void regular_buyers_are_scored_by_given_parameters_and_their_likelihood_needs_the_gaps() throws IOException {
        String[] options = {"--model", "bg-cnbd", "--parameters", "k=3,r=0.5,alpha=3,a=0.8,b=2.4", "--horizon", "39"};
        BgCnbd model = new BgCnbd(3, 0.5, 3, 0.8, 2.4);
        Path gaps = desk.file("g.csv", "id,x,t_x,T,sum_log_itt\nanna,5,30,38.86,8.2\nberta,0,0,38.86,\n");
        JsonObject anna = scored(gaps, options).getJsonArray("customers").getJsonObject(0);
        assertThat(Workbench.number(anna, "logLikelihood")).isCloseTo(-16.648181908915657, within(1e-12));
        assertThat(Workbench.number(anna, "expectedPurchases"))
                .isCloseTo(model.expectedPurchases(5, 30, 38.86, 39), within(1e-14));

        Path plain = desk.file("p.csv", "id,x,t_x,T\nanna,5,30,38.86\nberta,0,0,38.86\n");
        Spoken spoken = score(plain, options);
        assertThat(spoken.err()).contains("sum_log_itt");
        JsonObject without =
                Workbench.document(spoken).getJsonArray("customers").getJsonObject(0);
        assertThat(without.get("logLikelihood")).isEqualTo(JsonValue.NULL);
        assertThat(Workbench.number(without, "probabilityAlive")).isEqualTo(Workbench.number(anna, "probabilityAlive"));
        assertThat(Workbench.number(
                        Workbench.document(spoken).getJsonArray("customers").getJsonObject(1), "logLikelihood"))
                .isEqualTo(model.logLikelihood(0, 0, 38.86));

        Spoken fit = desk.said("value", "fit", plain.toString(), "--model", "mbg-cnbd");
        assertThat(fit.exitCode()).isEqualTo(2);
        assertThat(fit.err()).contains("sum_log_itt");
        Spoken half = score(plain, "--model", "bg-cnbd", "--parameters", "k=2.5,r=1,alpha=1,a=1,b=1");
        assertThat(half.exitCode()).isEqualTo(2);
        assertThat(half.err()).contains("whole number from 1 to 12");
    }

    @Test
    void bg_bb_keeps_its_own_gamma_beside_that_of_the_spend() throws IOException {
        Path file = desk.file("b.csv", "id,x,t_x,n,spend\nanna,4,5,6,20\n");
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
        assertThat(Workbench.number(anna, "probabilityAlive")).isEqualTo(model.pAlive(4, 5, 6));
        assertThat(Workbench.number(anna, "residualValue"))
                .isCloseTo(
                        model.expectedPurchases(4, 5, 6, 5)
                                * new GammaGamma(6.25, 3.74, 15.44)
                                        .expectedSpend(4, 20)
                                        .orElseThrow(),
                        within(1e-12));
        Spoken half = score(
                file, "--model", "bg-bb", "--parameters", "alpha=1.204,beta=0.75,gamma=0.657,delta=2.783,spend.p=6.25");
        assertThat(half.exitCode()).isEqualTo(2);
        assertThat(half.err()).contains("spend.p, spend.q, spend.gamma");
    }

    @Test
    void a_spend_that_too_few_tell_of_gives_no_value_and_the_reason() throws IOException {
        Path file = desk.file("s.csv", "id,x,t_x,T,spend\nanna,2,30,40,12.5\n");
        Spoken spoken = score(file, "--model", "bg-nbd", "--parameters", BG_NBD, "--horizon", "30");
        JsonObject anna = Workbench.document(spoken).getJsonArray("customers").getJsonObject(0);
        assertThat(anna.get("residualValue")).isEqualTo(JsonValue.NULL);
        assertThat(spoken.err()).contains("Too few customers bought again");
    }

    @Test
    void a_horizon_may_lie_very_far_ahead_and_one_out_of_reach_is_refused_in_the_readers_language() throws IOException {
        Path file = desk.file("s.csv", "id,x,t_x,T\nanna,2,30,40\n");
        String[] far = {"--model", "bg-nbd", "--parameters", BG_NBD, "--horizon", "1e100"};
        assertThat(Workbench.number(scored(file, far).getJsonArray("customers").getJsonObject(0), "expectedPurchases"))
                .isGreaterThan(1e15);
        String[] farther = {"--model", "bg-nbd", "--parameters", BG_NBD, "--horizon", "1e300", "--lang", "zh"};
        Spoken refused = score(file, farther);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("请给出更短的期限");
    }

    @Test
    void purchases_without_end_that_diverge_are_refused_where_they_were_asked_for() throws IOException {
        Path file = desk.file("s.csv", "id,x,t_x,T\nanna,2,30,40\n");
        String[] options = {"--model", "bg-nbd", "--parameters", BG_NBD, "--horizon", "Infinity"};
        Spoken refused = score(file, options);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("infinite", "a = 0.79");
        Spoken unasked = score(file, "--model", "bg-nbd", "--parameters", BG_NBD);
        assertThat(unasked.exitCode()).isZero();
        assertThat(unasked.err()).contains("a = 0.79");
    }

    @Test
    void traits_move_the_parameters_of_each_customer() throws IOException {
        Path file = desk.file("t.csv", "id,x,t_x,T,Web\nanna,2,30,40,1\nberta,2,30,40,0\n");
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
        assertThat(Workbench.number(scores.getJsonArray("customers").getJsonObject(0), "expectedPurchases"))
                .isCloseTo(moved.expectedPurchases(2, 30, 40, 39), within(1e-13));
        assertThat(Workbench.number(scores.getJsonArray("customers").getJsonObject(1), "expectedPurchases"))
                .isCloseTo(new ParetoNbd(0.5, 10, 0.6, 11).expectedPurchases(2, 30, 40, 39), within(1e-13));
    }

    private JsonObject scored(Path file, String... options) {
        return desk.document(file, "value score", options);
    }

    private Spoken score(Path file, String... options) {
        return desk.about(file, "value score --json", options);
    }

    private String text(Path file, String... options) {
        Spoken spoken = desk.about(file, "value score", options);
        assertThat(spoken.exitCode()).isZero();
        return spoken.out();
    }
}
