package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person or a program may hand over as a price table: the door says what is wrong with it and where. */
@ExtendWith(FilledShop.class)
class PriceTablesIT {
    private static final String HEAD = """
            grid,PG,Price off by stock
            owner,Pricing
            propose,offerPrice,CLEARANCE
            """;
    private static final String TABLE = HEAD + """
            offerStockCover,*
            0..100,5
            100..200,10
            """;

    private final String address;
    private final String key;

    PriceTablesIT(FilledShop.Running shop) throws IOException {
        address = shop.base() + "/rules/check";
        key = shop.key("marketer");
    }

    @Test
    void a_sound_table_is_shown_as_the_rules_that_it_stands_for() throws Exception {
        JsonObject sound = checked(TABLE);
        assertThat(sound.getBoolean("ok")).as(sound.toString()).isTrue();
        assertThat(sound.getString("drl")).contains("offerStockCover >= 0, offerStockCover < 100");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"cells", "bands", "files", "large"})
    void what_can_not_live_is_told_with_its_place_in_both_languages(String what, String table) throws Exception {
        JsonObject refused = checked(table);
        assertThat(refused.getBoolean("ok")).isFalse();
        assertThat(refused.isNull("drl")).isTrue();
        List<JsonObject> problems = refused.getJsonArray("problems").getValuesAs(JsonObject.class);
        assertThat(problems).hasSizeBetween(1, 50).allSatisfy(problem -> {
            assertThat(problem.getInt("line"))
                    .isBetween(1, Math.max(1, (int) table.lines().count()));
            assertThat(problem.getInt("column")).isPositive();
            assertThat(problem.getString("message")).hasSizeBetween(10, 1_500).doesNotContain("Exception");
            assertThat(problem.getString("messageZh")).containsPattern("\\p{IsHan}");
        });
    }

    @ParameterizedTest
    @MethodSource
    void what_was_meant_is_told_where_it_can_be_told(String written, String meant, String hint) throws Exception {
        assertThat(TABLE).contains(meant);
        JsonObject refused = checked(TABLE.replace(meant, written));
        assertThat(refused.getJsonArray("problems").getJsonObject(0).getString("hint", ""))
                .isEqualTo(hint);
    }

    static Stream<Arguments> what_was_meant_is_told_where_it_can_be_told() {
        return Stream.of(
                Arguments.of("100..0,", "0..100,", "0..100"),
                Arguments.of("0-100,", "0..100,", "0..100"),
                Arguments.of("０至１００,", "0..100,", "0..100"),
                Arguments.of("0..100，5", "0..100,5", "0..100,5"),
                Arguments.of("0..100\t5", "0..100,5", "0..100,5"),
                Arguments.of("grid；PG；Price", "grid,PG,Price", "grid,PG,Price off by stock"),
                Arguments.of(",5 ％\n", ",5\n", "5"),
                Arguments.of(",\"5,5\"\n", ",5\n", "5.5"),
                Arguments.of("ownr", "owner", "owner"),
                Arguments.of("offerStokCover", "offerStockCover", "offerStockCover"),
                Arguments.of("offerPrize", "offerPrice", "offerPrice"),
                Arguments.of(",5\n,7\n", ",5\n", "*"));
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                        "=1+1",
                        "=cmd|' /C calc'!A0",
                        "+1",
                        "@SUM(A1)",
                        "NaN",
                        "-Infinity",
                        "1e400",
                        "0x10",
                        "-5",
                        "-0",
                        "81",
                        "9".repeat(99),
                        "9".repeat(90_000),
                        "{0}{1}'",
                        "<script>alert(1)</script>",
                        "5); decisions.blockOrder(",
                        "\"5); end rule \"\"XX-01 x\"\"\"",
                        "\"5",
                        "5\"6",
                        "\"5\"6",
                        "5，",
                        "５",
                        "五",
                        "5\u0000",
                        "5\u0007",
                        "5\u00A0",
                        "5\u202E",
                        "5\\u0031",
                        "5,6,7")
                .map(cell -> told("cell " + cell, TABLE.replace(",5\n", "," + cell + "\n")));
    }

    static Stream<Arguments> bands() {
        return Stream.of(
                        "",
                        "..",
                        "120..45",
                        "100..100",
                        "50..150",
                        "100..200",
                        "*",
                        "NaN",
                        "NaN..100",
                        "0..Infinity",
                        "-1..100",
                        "0..1e9",
                        "0..9223372036854775808",
                        "0.." + "9".repeat(400),
                        "1".repeat(40_000) + " ".repeat(40_000) + "x",
                        "=1+1",
                        "0..100..200",
                        "0..100|200..300",
                        "０..１００",
                        "0、100",
                        "\"0..100, orders > 1) then decisions.blockOrder\"",
                        "\"0..\n100\"")
                .map(band -> told("band " + band, TABLE.replace("0..100,5", band + ",5")));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                told("nothing", ""),
                told("blank lines", "\n\n\n"),
                told("commas", ",".repeat(20_000)),
                told("the lines about the whole alone", HEAD),
                told("cells that are all missing", TABLE.replace(",5\n", "\n").replace(",10\n", ",\n")),
                told("an owner that is computed", TABLE.replace("Pricing", "=1+1")),
                told("a title that is computed", TABLE.replace("Price off by stock", "=HYPERLINK(1)")),
                told("a quote at the beginning", '"' + TABLE),
                told("a quote at the end", TABLE + "\"200..,5\n"),
                told("tabs", TABLE.replace(',', '\t')),
                told("semicolons", TABLE.replace(',', ';')),
                told("Chinese commas", TABLE.replace(',', '，')),
                told("one Chinese comma", TABLE.replace("owner,", "owner，")),
                told("the line ends of old", TABLE.replace('\n', '\r')),
                told("a byte order mark", '\uFEFF' + TABLE),
                told("a line about the whole twice", TABLE.replace("owner,", "owner,Mary\nowner,")),
                told("a table in a table", TABLE + TABLE),
                told("an attribute that is code", TABLE.replace("offerStockCover", "eval(true)")),
                told("a verb that is code", TABLE.replace("offerPrice", "getClass().forName")),
                told("a channel that is code", TABLE.replace("CLEARANCE", "CLEARANCE,EMAIL).by(System.exit(0)")),
                told("a program", "rule \"XX-01 x\" when eval(true) then System.exit(0); end"));
    }

    static Stream<Arguments> large() {
        return Stream.of(
                told(
                        "thousands of lines apart",
                        HEAD + "offerStockCover,*\n" + lines(6_000, i -> i + ".." + (i + 1) + ",5\n")),
                told("thousands of lines that overlap", HEAD + "offerStockCover,*\n" + lines(6_000, i -> i + "..,5\n")),
                told(
                        "thousands of empty lines",
                        HEAD + "offerStockCover,*\n" + lines(6_000, i -> i + ".." + (i + 1) + "\n")),
                told("thousands of wrong lines", HEAD + "offerStockCover,*\n" + "120..45,5\n".repeat(6_000)),
                told(
                        "thousands of columns",
                        HEAD + "offerStockCover / orders," + lines(6_000, i -> i + ".." + (i + 1) + ",")
                                + "\n0..1,5\n"),
                told(
                        "thousands of conditions",
                        TABLE.replace(
                                "offerStockCover", lines(4_000, i -> "when,orders," + i + "..\n") + "offerStockCover")),
                told(
                        "thousands of values",
                        TABLE.replace("offerStockCover", "stage")
                                .replace("0..100", "ACTIVE|".repeat(10_000) + "ACTIVE")),
                told("thousands of channels", TABLE.replace("CLEARANCE", "CLEARANCE" + ",EMAIL".repeat(10_000))),
                told(
                        "more than a file holds",
                        HEAD + "offerStockCover,*\n" + lines(60_000, i -> i + ".." + (i + 1) + ",5\n")));
    }

    private static String lines(int number, IntFunction<String> line) {
        return IntStream.range(0, number).mapToObj(line).collect(Collectors.joining());
    }

    private static Arguments told(String what, String table) {
        return Arguments.of(
                what.codePoints()
                        .limit(40)
                        .filter(c -> c >= ' ')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString(),
                table);
    }

    private JsonObject checked(String table) throws Exception {
        HttpResponse<String> answer = Installation.postJson(
                address,
                key,
                Json.createObjectBuilder().add("table", table).build().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Installation.object(answer.body());
    }
}
