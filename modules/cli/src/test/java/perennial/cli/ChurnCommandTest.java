package perennial.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChurnCommandTest {
    private final Workbench desk;

    ChurnCommandTest(@TempDir Path directory) {
        desk = new Workbench(directory);
    }

    @Test
    void the_answer_has_the_chosen_models_figures_first_and_those_of_every_model_by_its_name() throws IOException {
        JsonObject answer = report(customers(), "--model", "tree");

        assertThat(answer.keySet())
                .contains("auc", "logLoss", "brier", "matrix", "report", "importances", "model", "models");
        assertThat(answer.getString("model")).isEqualTo("tree");
        JsonObject models = answer.getJsonObject("models");
        assertThat(models.keySet()).containsExactly("tree", "logistic");
        for (String figure : models.getJsonObject("tree").keySet()) {
            assertThat(models.getJsonObject("tree").get(figure)).isEqualTo(answer.get(figure));
        }
        assertThat(Workbench.number(answer, "auc")).isGreaterThan(0.75);
        assertThat(answer.getJsonArray("importances").getJsonObject(0).getString("feature"))
                .isEqualTo("days silent");
    }

    @Test
    void the_figures_of_the_report_follow_from_the_matrix() throws IOException {
        JsonObject answer = report(customers(), "--model", "logistic");
        JsonArray stayed = answer.getJsonArray("matrix").getJsonArray(0);
        JsonArray left = answer.getJsonArray("matrix").getJsonArray(1);
        double caught = left.getInt(1);
        JsonObject line = answer.getJsonObject("report").getJsonObject("gone");

        assertThat(answer.getJsonArray("labels").getString(1)).isEqualTo("gone");
        assertThat(Workbench.number(line, "precision")).isEqualTo(caught / (caught + stayed.getInt(1)));
        assertThat(Workbench.number(line, "recall")).isEqualTo(caught / (caught + left.getInt(0)));
        assertThat(line.getInt("support")).isEqualTo(left.getInt(0) + left.getInt(1));
        assertThat(Workbench.number(answer.getJsonObject("report"), "accuracy"))
                .isCloseTo(
                        (caught + stayed.getInt(0))
                                / answer.getJsonObject("test").getInt("rows"),
                        within(1e-12));
    }

    @Test
    void people_read_what_became_of_the_columns_and_get_a_page_that_opens_without_a_network() throws IOException {
        Path page = desk.directory().resolve("report.html");
        Spoken spoken = desk.about(
                customers(), "churn report", "--target", "User Status", "--model", "tree", "--out", page.toString());

        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .contains("Column \"id\" is left out", "Column \"region\" is left out: it is the same", "precision")
                .contains("are not known");
        String html = Files.readString(page);
        assertThat(html)
                .contains("chart-bars", "chart-heat-map", "chart-lines", "chart-dots", "chart-tree", "days silent");
        assertThat(html.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("<script");
        assertThat(desk.about(customers(), "--lang zh churn report", "--target", "User Status", "--model", "logistic")
                        .out())
                .contains("逻辑回归", "精确率");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--target nothing | no such column",
                "--target region | same value",
                "--target blank | blank in every row",
                "--target plan | 3 values, not two",
                "--target id | values, not two",
                "--features x | no such column",
                "--features user_status | the target itself",
                "--features region | no column is left",
                "--model oak | give one of logistic, tree",
                "--test 0 | give 0.2",
                "--test 1.5 | give 0.2",
                "--test NaN | give 0.2",
                "--test much | --test",
                "--seed x | --seed",
                "--budget 0 | give seconds",
                "--out /no/such/folder/page.html | folder that exists"
            })
    void what_can_not_be_understood_is_refused_with_a_fix_and_exit_code_2(String option, String told)
            throws IOException {
        String[] words = option.split(" ", 2);
        boolean isTarget = words[0].equals("--target");
        Spoken spoken = isTarget
                ? desk.about(customers(), "churn report", words)
                : desk.about(customers(), "churn report --target user_status", words);

        assertThat(spoken.err()).contains(told);
        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
    }

    @Test
    void files_without_enough_customers_or_that_are_no_table_are_refused() throws IOException {
        String ten = "a,b\n" + "1,yes\n2,no\n".repeat(5);

        refused(desk.file("ten.csv", ten), "too few customers");
        refused(desk.file("empty.csv", ""), "is empty");
        refused(desk.file("header.csv", "a,b\n"), "no rows");
        refused(desk.file("ragged.csv", "a,b\n1,yes\n2\n"), "line 3: 1 fields");
        refused(desk.directory().resolve("none.csv"), "there is no file");
        refused(desk.directory(), "there is no file");
        refused(
                Files.write(desk.directory().resolve("broken.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0}),
                "can not be read");
        assertThat(desk.said("churn", "report", customers().toString()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_file_is_read_the_same_however_it_was_saved() throws IOException {
        String plain = Files.readString(customers());
        JsonObject told = report(customers(), "--model", "tree");

        for (String written : List.of(
                plain.replace("User Status\n", "User Status\n  \n") + "\n \n",
                "\ufeff" + plain.replace("\"1,", "\"1").replace(',', ';').replace("\n", "\r\n"),
                plain.replace("\"1,", "\"1").replace(',', '|'),
                plain.replace(",\"1,", ", \"1,").replace("\",EU", "\" ,EU"))) {
            assertThat(report(desk.file("saved.csv", written), "--model", "tree"))
                    .isEqualTo(told);
        }
        Path wide = Files.writeString(desk.directory().resolve("wide.csv"), plain, UTF_16);
        assertThat(report(wide, "--model", "tree")).isEqualTo(told);
    }

    @Test
    void a_benchmark_of_nothing_is_refused() {
        assertThat(desk.said("bench", "churn", "--splits", "0").exitCode()).isEqualTo(2);
        assertThat(desk.said("bench", "churn", "--rows", "10").err()).contains("at least 1,000 made-up rows");
        assertThat(desk.said("bench", "churn", "none.csv", "--rows", "0").err()).contains("there is no file");
    }

    private void refused(Path file, String told) {
        Spoken spoken = desk.about(file, "churn report --json", "--target", "b");
        assertThat(spoken.err()).contains(told);
        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
    }

    private JsonObject report(Path file, String... options) {
        return desk.document(
                file,
                "churn report",
                Stream.concat(Stream.of("--target", "user_status"), Stream.of(options))
                        .toArray(String[]::new));
    }

    /** 400 customers as people keep them: spaces in a header, quoted numbers, blanks, a constant column, an id. */
    private Path customers() throws IOException {
        Random chance = new Random(3);
        StringBuilder text = new StringBuilder("id, days silent ,plan,spend,region,blank,User Status\n");
        for (int who = 0; who < 400; who++) {
            int silence = chance.nextInt(100);
            boolean left = chance.nextDouble() < 1 / (1 + Math.exp(-0.08 * (silence - 55)));
            text.append("c-").append(who).append(',');
            text.append(who % 17 == 0 ? "" : silence).append(',');
            text.append("abc".charAt(chance.nextInt(3))).append(",\"1,");
            text.append(100 + chance.nextInt(900)).append(".5\",EU,,").append(left ? "gone" : "here");
            text.append('\n');
        }
        return desk.file("customers.csv", text.toString());
    }
}
