package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.rules.RuleSource;

class GridTest {
    private static final String PATH = "pricing/stock.csv";
    private static final String STOCK = """
            grid,PG,Price off by stock
            titleZh,按库存降价
            owner,Pricing
            propose,offerPrice,CLEARANCE
            when,moment,WEEKLY
            when,stage,RETENTION|ACTIVE
            offerStockCover / couponShare,0..0.1,0.1..0.3,0.3..
            45..120,,5,8
            120..270,10,12,15
            270..,25,30,30
            """;

    private static List<Problem> problems(String csv) {
        return RuleGuard.check(List.of(new RuleSource(PATH, csv)));
    }

    private static RuleBook book(String csv) {
        return RuleBook.compile(List.of(new RuleSource(PATH, csv)));
    }

    private static List<String> fired(RuleBook book, Map<String, Object> known) {
        return book.fire(List.of(A.customer(known))).get(0).fired().stream()
                .map(Rule::code)
                .toList();
    }

    @Test
    void each_filled_cell_is_a_rule_for_its_row_and_column() {
        RuleBook book = book(STOCK);
        assertThat(book.rules()).hasSize(8);
        assertThat(fired(
                        book,
                        Map.of("moment", "WEEKLY", "stage", "ACTIVE", "offerStockCover", 119.0, "couponShare", 0.1)))
                .containsExactly("PG-02");
        assertThat(fired(
                        book,
                        Map.of("moment", "WEEKLY", "stage", "ACTIVE", "offerStockCover", 120.0, "couponShare", 0.1)))
                .containsExactly("PG-05");
        assertThat(fired(
                        book,
                        Map.of("moment", "WEEKLY", "stage", "ACTIVE", "offerStockCover", 500.0, "couponShare", 1.0)))
                .containsExactly("PG-09");
    }

    @Test
    void an_empty_cell_and_who_is_in_no_band_get_nothing() {
        RuleBook book = book(STOCK);
        assertThat(fired(
                        book,
                        Map.of("moment", "WEEKLY", "stage", "ACTIVE", "offerStockCover", 45.0, "couponShare", 0.0)))
                .isEmpty();
        assertThat(fired(
                        book,
                        Map.of("moment", "WEEKLY", "stage", "ACTIVE", "offerStockCover", 44.0, "couponShare", 0.5)))
                .isEmpty();
        assertThat(fired(
                        book,
                        Map.of("moment", "VISIT", "stage", "ACTIVE", "offerStockCover", 500.0, "couponShare", 1.0)))
                .isEmpty();
    }

    @Test
    void the_rules_that_a_table_stands_for_are_a_book_that_fires_alike() {
        RuleSource table = new RuleSource(PATH, STOCK);
        String written = TableRules.written(table, List.of()).orElseThrow();
        RuleBook plain = RuleBook.compile(List.of(new RuleSource("pricing/stock.drl", written)));
        assertThat(plain.rules().stream().map(Rule::name))
                .containsExactlyElementsOf(
                        book(STOCK).rules().stream().map(Rule::name).toList());
        assertThat(plain.rules().get(0).reason().en())
                .isEqualTo("Price off by stock, days that its stock lasts at the present pace: {offerStockCover}, "
                        + "share of the orders that used a coupon: {couponShare}.");
        for (double cover : new double[] {0, 45, 119, 120, 269, 270, 900}) {
            for (double share : new double[] {0, 0.05, 0.1, 0.29, 0.3, 1}) {
                Map<String, Object> known = Map.of(
                        "moment", "WEEKLY", "stage", "RETENTION", "offerStockCover", cover, "couponShare", share);
                assertThat(fired(plain, known)).isEqualTo(fired(book(STOCK), known));
            }
        }
    }

    @Test
    void a_rule_stands_on_the_line_of_its_row() {
        assertThat(book(STOCK).rules()).extracting(Rule::line).containsExactly(8, 8, 9, 9, 9, 10, 10, 10);
    }

    @Test
    void a_gap_between_bands_is_found_with_an_example() {
        String gap = STOCK.replace("120..270,", "130..270,");
        assertThat(problems(gap)).isEmpty();
        assertThat(Analysis.of(book(gap)).findings())
                .anySatisfy(finding -> assertThat(finding.flaw()).isEqualTo(Analysis.Flaw.GAP));
    }

    @Test
    void a_table_of_one_attribute_and_of_coupons_has_a_column_for_everybody() {
        RuleBook book = book("""
                grid,CG,Coupon by stage
                propose,offerCoupon,WIN_BACK,EMAIL,SMS
                stage,*
                RETENTION|ACTIVE,5
                CHURNED,20
                """);
        assertThat(fired(book, Map.of("stage", "CHURNED"))).containsExactly("CG-02");
    }

    @Test
    void what_spreadsheets_add_changes_nothing() {
        String padded = STOCK.lines().map(line -> line + ",,").reduce("", (all, line) -> all + line + "\r\n");
        assertThat(problems(padded)).isEmpty();
        assertThat(book(padded).rules()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            45..120,,5,8;       45..120,,5,five;       8; 4; there is no parameter named five
            45..120,,5,8;       45..120,,5,90;         8; 4; percent lies from 1 to 80
            45..120,,5,8;       45..120,,5,8 %;        8; 4; a cell holds one number, or the name of one, or nothing, and not 8 %
            45..120,,5,8;       45..120,,5,8,9;        8; 5; this row has more cells than the table has columns, 3
            120..270;           100..270;              9; 1; 100..270 overlaps with 45..120 in line 8: who has offerStockCover 100 is in both and would get two prices
            0.1..0.3;           0.05..0.3;             7; 3; 0.05..0.3 overlaps with 0..0.1 in cell 2: who has couponShare 0.05 is in both and would get two prices
            0.3..;              0.3..x;                7; 4; there is no parameter named x
            0..0.1;             -1..0.1;               7; 2; couponShare lies from 0 to 1
            offerStockCover /;  offerStockCovr /;      7; 1; a customer has no attribute named offerStockCovr
            RETENTION|ACTIVE;   RETENTION|ACTIV;       6; 3; stage is one of ACQUISITION, CONVERSION, RETENTION, ACTIVE, CHURNED
            offerPrice;         offerPrize;            4; 3; there is no decision named offerPrize
            offerPrice;         keepQuiet;             4; 2; keepQuiet takes no number, and a table proposes offerCoupon or offerPrice
            CLEARANCE;          WIN_BACK;              4; 3; offerPrice is for one of LOYALTY_PRICE, PRICE_MATCH, CLEARANCE
            PG,;                pg,;                   1; 1; a table begins with a line of three cells: grid, a code of two or three capital letters, and a title without quotes that does not begin with = + or -, such as grid,PG,Price off by stage
            """)
    void what_makes_no_sense_is_refused_with_its_line_and_cell(
            String right, String wrong, int line, int cell, String message) {
        assertThat(STOCK).contains(right);
        assertThat(problems(STOCK.replace(right, wrong))).first().satisfies(problem -> {
            assertThat(problem.message().en()).isEqualTo(message);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(cell);
            assertThat(problem.message().zh()).isNotEqualTo(message);
        });
    }

    @Test
    void a_misspelt_attribute_is_told_the_nearest_right_one() {
        assertThat(problems(STOCK.replace("offerStockCover /", "offerStockCovr /")))
                .first()
                .satisfies(problem -> assertThat(problem.hint()).isEqualTo(Optional.of("offerStockCover")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            45..120,,5,8;       45..120，5，8;         8; 1; cells are parted by commas, and not by ，; 45..120,5,8
            45..120,,5,8;       45..120,,5，8;         8; 3; a cell holds one number, or the name of one, or nothing, and not 5，8; 5,8
            45..120,,5,8;       ４５..１２０,,5,8;      8; 1; "４５..１２０" is no band: write 45..120 (45 included, 120 not), 120.., ..45, a value, values parted by |, or * for everybody; 45..120
            45..120,,5,8;       45..120,,５,8;         8; 3; a cell holds one number, or the name of one, or nothing, and not ５; 5
            45..120,,5,8;       45..120,,5 ％,8;       8; 3; a cell holds one number, or the name of one, or nothing, and not 5 ％; 5
            45..120,,5,8;       45..120,,"5,8;         8; 3; this cell goes on in the next line: a quote that opens here is not closed;
            45..120,,5,8;       45..120,,"5"6,8;       8; 1; the cells of this line can not be told apart: a comma or the end of the line follows a closing quote, and a quote within quotes is written twice;
            Price off;          =1+1;                  1; 1; a table begins with a line of three cells: grid, a code of two or three capital letters, and a title without quotes that does not begin with = + or -, such as grid,PG,Price off by stage;
            """)
    void what_people_write_instead_is_told_with_what_is_right(
            String right, String wrong, int line, int cell, String message, @Nullable String hint) {
        assertThat(STOCK).contains(right);
        assertThat(problems(STOCK.replace(right, wrong))).singleElement().satisfies(problem -> {
            assertThat(problem.message().en()).isEqualTo(message);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(cell);
            assertThat(problem.hint()).isEqualTo(Optional.ofNullable(hint));
        });
    }

    @Test
    void a_table_that_is_too_large_is_read_no_further_than_to_its_last_cell() {
        String head = STOCK.substring(0, STOCK.indexOf("45..120"));
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> i + ".." + (i + 1) + ",5,6,7\n")
                .collect(Collectors.joining());
        assertThat(problems(head + rows)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(8 + 33);
            assertThat(problem.message().en()).isEqualTo("a table has at most 99 cells; part it");
        });
        String wrong = "120..45,5,6,7\n".repeat(5_000);
        assertThat(problems(head + "0..1,5,6,7\n" + wrong)).hasSize(50);
        String columns =
                IntStream.range(0, 5_000).mapToObj(i -> i + ".." + (i + 1)).collect(Collectors.joining(","));
        assertThat(problems(STOCK.replace("couponShare,0..0.1,0.1..0.3,0.3..", "orders," + columns)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.column()).isEqualTo(101));
        assertThat(problems(
                        "when,orders,1..\n".repeat(5_000).transform(all -> STOCK.replace("when,moment,WEEKLY\n", all))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(65));
    }

    @Test
    void what_the_guard_does_not_let_through_is_not_shown_as_rules() {
        RuleSource hidden = new RuleSource(PATH, STOCK.replace("Price off", "Price\u202E off"));
        assertThat(RuleGuard.check(List.of(hidden))).isNotEmpty();
        assertThat(TableRules.written(hidden, List.of())).isEmpty();
    }

    @Test
    void a_cell_can_not_smuggle_a_rule_in() {
        assertThat(problems(STOCK.replace("45..120,,5,8", "45..120,,\"5); end rule \"\"XX-01 x\"\"\",8")))
                .isNotEmpty();
        assertThat(problems(STOCK.replace("RETENTION|ACTIVE", "\"ACTIVE\"\") || stage in (\"\"CHURNED\"")))
                .isNotEmpty();
        assertThat(problems(STOCK.replace("45..120", "\"45..120, orders > 1) then decisions.blockOrder\"")))
                .isNotEmpty();
        assertThat(problems(STOCK.replace("when,moment,WEEKLY", "when,churnReason == null || churnReason,WEEKLY")))
                .isNotEmpty();
    }
}
