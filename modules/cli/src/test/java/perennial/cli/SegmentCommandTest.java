package perennial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentCommandTest {
    private static final String PAIRS = "a,b\n0,10\n0,12\n100,10\n100,14\n";

    private final Workbench desk;

    SegmentCommandTest(@TempDir Path directory) {
        desk = new Workbench(directory);
    }

    @Test
    void raw_columns_are_clustered_as_given_and_the_answer_has_the_inertia_of_that_space() throws IOException {
        JsonObject fit = fit(desk.file("pairs.csv", PAIRS), "--features", "a,b", "--k", "2", "--raw");

        assertThat(fit.getInt("k")).isEqualTo(2);
        assertThat(ints(fit.getJsonArray("sizes"))).containsExactly(2, 2);
        assertThat(numbers(fit.getJsonArray("centroids").getJsonArray(0))).containsExactly(0.0, 11.0);
        assertThat(numbers(fit.getJsonArray("centroids").getJsonArray(1))).containsExactly(100.0, 12.0);
        assertThat(Workbench.number(fit, "inertia")).isCloseTo(1 + 1 + 4 + 4, within(1e-12));
        assertThat(fit.keySet())
                .contains("k", "centroids", "sizes", "inertia", "silhouette", "stability", "readSeconds", "fitSeconds")
                .contains("seed", "kernel", "candidates", "names");
    }

    @Test
    void centroids_are_in_original_units_in_the_order_asked_for_also_where_columns_are_prepared() throws IOException {
        JsonObject fit = fit(shop(), "--features", "spend,recency", "--k", "2");

        JsonArray first = fit.getJsonArray("centroids").getJsonArray(0);
        JsonArray second = fit.getJsonArray("centroids").getJsonArray(1);
        assertThat(Math.max(
                        first.getJsonNumber(0).doubleValue(),
                        second.getJsonNumber(0).doubleValue()))
                .isBetween(800.0, 1200.0);
        assertThat(fit.getBoolean("raw")).isFalse();
    }

    @Test
    void the_evidence_takes_the_number_of_segments_from_a_range_and_the_seed_repeats_it() throws IOException {
        Path shop = shop();
        JsonObject one = fit(shop, "--features", "recency,spend", "--k", "2..4", "--seed", "9");
        JsonObject again = fit(shop, "--features", "recency,spend", "--k", "2..4", "--seed", "9");

        assertThat(one.getInt("k")).isEqualTo(2);
        assertThat(one.getJsonArray("candidates")).hasSize(3);
        assertThat(Workbench.number(one, "stability")).isGreaterThan(0.9);
        assertThat(again.get("centres")).isEqualTo(one.get("centres"));
    }

    @Test
    void customers_are_placed_by_the_answer_of_a_fit() throws IOException {
        Path shop = shop();
        Spoken fit = desk.said("segment", "fit", shop.toString(), "--features", "recency,spend", "--k", "2", "--json");
        Path model = desk.file("fit.json", fit.out());
        Path others = desk.file("others.csv", "id,spend,recency\nanna,1000,5\nberta,20,90\n\"c, d\",990,6\n");

        Spoken placed = desk.said("segment", "assign", others.toString(), "--model", model.toString(), "--id", "id");

        assertThat(placed.exitCode()).as(placed.err()).isZero();
        List<String> lines = placed.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("id,segment");
        String anna = lines.get(1).substring("anna,".length());
        assertThat(lines.get(2)).startsWith("berta,").doesNotEndWith("," + anna);
        assertThat(lines.get(3)).isEqualTo("\"c, d\"," + anna);
        JsonObject all = Workbench.document(
                desk.said("segment", "assign", shop.toString(), "--model", model.toString(), "--json"));
        assertThat(all.get("sizes")).isEqualTo(Workbench.document(fit).get("sizes"));
    }

    @Test
    void a_file_may_be_gzipped_quoted_and_begin_with_a_byte_order_mark() throws IOException {
        Path packed = desk.directory().resolve("pairs.csv.gz");
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(packed)), StandardCharsets.UTF_8)) {
            out.write('\ufeff' + PAIRS.replace("a,b", "\"a\",\"b\"").replace("100,10", "\"100\", 10 "));
        }
        JsonObject fit = fit(packed, "--features", "a,b", "--k", "2", "--raw");

        assertThat(Workbench.number(fit, "inertia")).isCloseTo(10, within(1e-12));
    }

    @Test
    void a_constant_column_is_told_of_and_left_out_but_keeps_its_place_in_the_centroids() throws IOException {
        Path file = desk.file("c.csv", "a,same,b\n0,7,10\n0,7,12\n100,7,10\n100,7,14\n");
        JsonObject fit = fit(file, "--features", "a,same,b", "--k", "2", "--raw");

        assertThat(numbers(fit.getJsonArray("centroids").getJsonArray(0))).containsExactly(0.0, 7.0, 11.0);
        assertThat(desk.said("segment", "fit", file.toString(), "--features", "a,same,b", "--k", "2")
                        .out())
                .contains("Column \"same\" is the same for everybody");
    }

    @Test
    void blanks_count_as_the_median_only_if_that_is_asked_for() throws IOException {
        Path file = desk.file("blank.csv", "a,b\n0,10\n0,\n100,12\n100,14\n");

        assertThat(refused(file, "a,b", "2")).contains("line 3: \"b\" is blank").contains("--fill");
        JsonObject fit = fit(file, "--features", "a,b", "--k", "2", "--raw", "--fill");
        assertThat(numbers(fit.getJsonArray("centroids").getJsonArray(0))).containsExactly(0.0, 11.0);
    }

    @Test
    void a_report_opens_without_a_network_and_shows_sizes_profile_and_map() throws IOException {
        Path report = desk.directory().resolve("report.html");
        Spoken spoken = desk.said(
                "segment", "fit", shop().toString(), "--features", "recency,spend", "--out", report.toString());

        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains("silhouette", "stability", "kernel");
        String page = Files.readString(report);
        assertThat(page).contains("chart-bars", "chart-heat-map", "chart-cloud", "Why so many");
        assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("<script");
    }

    @Test
    void a_page_that_can_not_be_written_is_told_before_the_work_begins() throws IOException {
        Spoken spoken = desk.said(
                "segment",
                "fit",
                shop().toString(),
                "--features",
                "spend",
                "--out",
                desk.directory() + "/no/page.html");

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains("folder that exists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b;1,2;3,4 | a,c | 2 | line 1: no column \"c\" among a, b",
                "a,b;1,2;3,x | a,b | 2 | line 3: \"b\" is no number: x",
                "a,b;1,2;3,4f | a,b | 2 | line 3: \"b\" is no number: 4f",
                "a,b;1,2;3, | a,b | 2 | line 3: \"b\" is blank",
                "a,b;1,NaN;3,4 | a,b | 2 | line 2: \"b\" is no number: NaN",
                "a,b;1,2;3,-Infinity | a,b | 2 | line 3: \"b\" is no number: -Infinity",
                "a,b;1,2;3,1e999 | a,b | 2 | line 3: \"b\" is no number: 1e999",
                "a,b;1,2;3,1e101 | a,b | 2 | line 3: \"b\" is too large",
                "a,b;1,2;3 | a,b | 2 | line 3: 1 fields",
                "a,b,a;1,2,3;3,4,5 | a,b | 2 | line 1: the column \"a\" is there twice",
                "a,b;1,2;3,4 | a,a | 2 | each once",
                "a,b;1,2;1,2;3,4 | a,b | 3 | only 2 of them differ",
                "a,b;1,2;1,2 | a,b | 2 | none of them tells customers apart",
                "a,b;1,2;3,4 | a,b | 1 | \"1\" is no number of segments",
                "a,b;1,2;3,4 | a,b | 4..2 | \"4..2\" is no number of segments",
                "a,b;1,2;3,4 | a,b | many | \"many\" is no number of segments",
                "a,b | a,b | 2 | no rows"
            })
    void bad_input_is_refused_with_its_line_its_reason_and_exit_code_2(
            String text, String features, String k, String told) throws IOException {
        assertThat(refused(desk.file("bad.csv", text.replace(';', '\n') + "\n"), features, k))
                .contains(told);
    }

    @Test
    void refusals_are_told_in_the_readers_language() throws IOException {
        Path file = desk.file("bad.csv", "a,b\n1,2\n1,2\n3,4\n");

        assertThat(desk.said("--lang", "zh", "segment", "fit", file.toString(), "--features", "a,b", "--k", "3")
                        .err())
                .contains("互不相同的只有 2 行");
        assertThat(desk.said("--lang", "zh", "segment", "fit", file.toString(), "--features", "a,c")
                        .err())
                .contains("没有列");
    }

    @Test
    void a_model_that_is_none_is_refused() throws IOException {
        Path file = desk.file("pairs.csv", PAIRS);

        Spoken none = desk.said("segment", "assign", file.toString(), "--model", file.toString());
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("holds no segmentation");
        assertThat(desk.said("segment", "assign", file.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void a_benchmark_tells_the_machine_its_load_and_that_all_sides_reach_the_same_inertia() throws IOException {
        JsonObject bench = Workbench.document(
                desk.said("bench", "segment", "--rows", "3000", "--k", "4", "--rounds", "1", "--json"));

        JsonObject one = bench.getJsonArray("measured").getJsonObject(0);
        JsonObject sides = one.getJsonObject("sides");
        double plain = Workbench.number(sides.getJsonObject("plain_to_the_end"), "inertia");
        assertThat(Workbench.number(sides.getJsonObject("jsat_to_the_end"), "inertia"))
                .isCloseTo(plain, within(1e-9 * plain));
        assertThat(bench.getString("machine")).contains("processors");
        assertThat(one.getJsonObject("ratios").keySet()).contains("jsat-by-plain");
    }

    private String refused(Path file, String features, String k) {
        Spoken spoken =
                desk.said("segment", "fit", file.toString(), "--features", features, "--k", k, "--raw", "--json");
        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
        return spoken.err();
    }

    private JsonObject fit(Path file, String... options) {
        return Workbench.document(
                desk.said(Stream.concat(Stream.of("segment", "fit", file.toString(), "--json"), Arrays.stream(options))
                        .toArray(String[]::new)));
    }

    /** 200 customers of two kinds, drawn from a seed: big spenders who bought lately, small ones who did not. */
    private Path shop() throws IOException {
        Random chance = new Random(8);
        StringBuilder text = new StringBuilder("id,recency,spend\n");
        for (int who = 0; who < 200; who++) {
            boolean isBig = who % 2 == 0;
            text.append(who)
                    .append(',')
                    .append((isBig ? 5 : 90) + chance.nextGaussian())
                    .append(',')
                    .append((isBig ? 1000 : 20) * Math.exp(0.1 * chance.nextGaussian()))
                    .append('\n');
        }
        return desk.file("shop.csv", text.toString());
    }

    private static List<Double> numbers(JsonArray array) {
        return array.getValuesAs(JsonNumber::doubleValue);
    }

    private static List<Integer> ints(JsonArray array) {
        return array.getValuesAs(JsonNumber::intValue);
    }
}
