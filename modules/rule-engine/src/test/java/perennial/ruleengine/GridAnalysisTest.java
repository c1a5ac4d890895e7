package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.ruleengine.Analysis.Finding;
import perennial.ruleengine.Analysis.Flaw;
import perennial.rules.RuleSource;

/** Tables of prices are told by their rows, columns and cells, as whoever wrote them sees them. */
class GridAnalysisTest {
    private static final String HEAD = "grid,PG,Price off\npropose,offerPrice,CLEARANCE\n";
    private static final String AXES = "offerStockCover / couponShare,0..0.5,0.5..\n";

    private static RuleSource table(String path, String lines) {
        return new RuleSource(path, HEAD + lines);
    }

    private static List<Finding> findings(String lines) {
        List<Finding> findings =
                Analysis.of(List.of(table("pricing/t.csv", lines))).findings();
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.message().zh()).startsWith("表格 PG (pricing/t.csv)：");
            assertThat(finding.message().en()).startsWith("table PG (pricing/t.csv): ");
        });
        return findings;
    }

    private static Finding only(String lines) {
        assertThat(findings(lines)).hasSize(1);
        return findings(lines).get(0);
    }

    private static List<Problem> problems(String lines) {
        return RuleGuard.check(List.of(table("pricing/t.csv", lines)));
    }

    @Test
    void a_row_that_what_holds_for_the_whole_table_excludes_is_told_with_both_lines() {
        Finding finding = only("when,offerStockCover,0..100\n" + AXES + "45..120,5,8\n120..270,10,12\n");
        assertThat(finding.flaw()).isEqualTo(Flaw.UNREACHABLE);
        assertThat(finding.line()).isEqualTo(6);
        assertThat(finding.rules()).extracting(Rule::code).containsExactly("PG-03", "PG-04");
        assertThat(finding.message().en())
                .endsWith(
                        "row 120..270 (line 6) never applies, as no customer meets offerStockCover 0..100 (line 3) and"
                                + " offerStockCover 120..270 (line 6) at once");
        assertThat(finding.message().zh()).contains("行 120..270（第 6 行）永不生效");
        assertThat(finding.example().offerStockCover()).isLessThan(100);
    }

    @Test
    void a_column_is_told_once_for_all_its_cells() {
        Finding finding = only("when,couponShare,0..0.4\n" + AXES + "45..120,5,8\n120..270,10,12\n");
        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.rules()).extracting(Rule::code).containsExactly("PG-02", "PG-04");
        assertThat(finding.message().en())
                .contains("column 0.5.. (line 4) never applies", "couponShare 0..0.4 (line 3)");
    }

    @Test
    void lines_about_the_whole_that_exclude_each_other_leave_nothing_of_the_table() {
        Finding finding = only("when,stage,ACTIVE\nwhen,stage,CHURNED\n" + AXES + "45..120,5,8\n120..270,10,12\n");
        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.rules()).hasSize(4);
        assertThat(finding.message().en())
                .contains("the whole table never applies", "stage ACTIVE (line 3) and stage CHURNED (line 4)");
    }

    @Test
    void three_that_only_together_leave_nobody_are_all_named() {
        Finding finding = only(
                "when,stage,ACTIVE|RETENTION\nwhen,stage,RETENTION|CHURNED\nstage,*\nACTIVE|CHURNED,5\nRETENTION,10\n");
        assertThat(finding.message().en()).contains("(line 3) and", "(line 4) and", "row ACTIVE|CHURNED (line 6)");
        assertThat(finding.rules()).hasSize(1);
    }

    @Test
    void a_gap_is_told_once_with_the_rows_or_columns_around_it() {
        Finding rows = only(AXES + "45..120,5,8\n130..270,10,12\n");
        assertThat(rows.flaw()).isEqualTo(Flaw.GAP);
        assertThat(rows.message().en())
                .contains(
                        "nothing lies between row 45..120 (line 4) and row 130..270 (line 5)",
                        "offerStockCover >= 120");
        assertThat(rows.example().offerStockCover()).isBetween(120.0, 129.9);
        Finding columns = only("offerStockCover / couponShare,0..0.3,0.5..\n45..120,5,8\n120..270,10,12\n");
        assertThat(columns.message().en()).contains("column 0..0.3 (line 3) and column 0.5.. (line 3)");
        assertThat(columns.example().couponShare()).isBetween(0.3, 0.49);
    }

    @Test
    void a_whole_number_that_a_band_ends_before_is_told() {
        Finding finding = only("orders,*\n4..,10\n1..3,5\n");
        assertThat(finding.message().en())
                .endsWith("row 1..3 (line 5) ends before its higher number and row 4.. (line 4) begins after it, so who"
                        + " has orders == 3 gets nothing");
        assertThat(finding.example().orders()).isEqualTo(3);
        assertThat(findings("orders,*\n1..3,5\n3..6,10\n6,11\n7..,12\n")).isEmpty();
    }

    @Test
    void empty_cells_are_told_with_an_example() {
        Finding finding = only(AXES + "45..120,,8\n120..270,10\n");
        assertThat(finding.flaw()).isEqualTo(Flaw.GAP);
        assertThat(finding.message().en())
                .endsWith("such as the cell of row 45..120 (line 4) and column 0..0.5; empty cells: 2");
        assertThat(finding.example().offerStockCover()).isLessThan(120);
        assertThat(findings("when,couponShare,0..0.5\n" + AXES + "45..120,5\n")).isEmpty();
    }

    @Test
    void cells_beside_other_rules_are_told_with_their_place() {
        List<Finding> findings = Analysis.of(List.of(
                        table("pricing/t.csv", AXES + "45..120,5,8\n"),
                        new RuleSource("pricing/u.csv", HEAD.replace("PG", "PH") + AXES + "45..120,5,9\n")))
                .findings();
        assertThat(findings)
                .extracting(Finding::flaw)
                .containsExactly(Flaw.DUPLICATE, Flaw.CONTRADICTORY, Flaw.OPPOSING);
        assertThat(findings.get(0).message().en())
                .startsWith(
                        "PH-01 (line 4, row 45..120, column 0..0.5) and PG-01 (line 4, row 45..120, column 0..0.5)");
        assertThat(findings.get(0).message().zh()).startsWith("PH-01（第 4 行，行 45..120，列 0..0.5）");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '%', textBlock = """
            offerStockCover,*~45..270,5~100..120,6      % 5 % 1 %       % 100..120 overlaps with 45..270 in line 4: who has offerStockCover 100 is in both and would get two prices
            offerStockCover,*~45..120,5~45..120,6       % 5 % 1 %       % 45..120 stands twice, here and in line 4; a customer gets one price, so keep one of them
            offerStockCover,*~*,5~45..120,6             % 5 % 1 %       % 45..120 overlaps with * in line 4: who has offerStockCover 45 is in both and would get two prices
            stage,*~ACTIVE|CHURNED,5~CHURNED|RETENTION,6 % 5 % 1 %      % CHURNED|RETENTION overlaps with ACTIVE|CHURNED in line 4: who has stage CHURNED is in both and would get two prices
            stage / orders,1..3,2..5~ACTIVE,5,6         % 3 % 3 %       % 2..5 overlaps with 1..3 in cell 2: who has orders 2 is in both and would get two prices
            offerStockCover,*~120..45,5                 % 4 % 1 % 45..120 % 120..45 holds nobody: a band begins with its lower number and ends before its higher one
            orders,*~3..3,5                             % 4 % 1 % 3     % 3..3 holds nobody: a band begins with its lower number and ends before its higher one
            offerStockCover,*~45-120,5                  % 4 % 1 % 45..120 % "45-120" is no band: write 45..120 (45 included, 120 not), 120.., ..45, a value, values parted by |, or * for everybody
            offerStockCover,*~45..120..200,5            % 4 % 1 %       % "45..120..200" is no band: write 45..120 (45 included, 120 not), 120.., ..45, a value, values parted by |, or * for everybody
            offerStockCover,*~,5                        % 4 % 1 % *     % this cell names nobody: write 45..120 (45 included, 120 not), 120.., ..45, a value, values parted by |, or * for everybody
            recency / recency,0..30,30..~0..30,5,6      % 3 % 1 %       % rows and columns both ask for recency, of which a customer has one value; name another attribute for the columns, or * for everybody
            prupose,so that~offerStockCover,*~45..,5    % 3 % 1 % propose % prupose is no line of a table; after the lines about the whole comes one with the attributes of rows and columns, such as stage / valueRank, and the bands of the columns
            propose,offerPrice,CLEARANCE~offerStockCover,*~45..,5 % 3 % 1 % % the line propose stands twice; keep one of them
            offerStockCover,*~45..,5~when,stage,ACTIVE  % 5 % 1 %       % the line when is about the whole table, so it stands before the line with the attributes
            offerStockCover,*~45..,                     % 4 % 2 %       % no cell of the table is filled, so it gives nothing to anybody
            offerStockCover,*~45..,0                    % 4 % 2 %       % 0 takes nothing off; leave the cell empty where nothing is given
            offerStockCover,*~45..,5€                   % 4 % 2 %       % a cell holds one number, or the name of one, or nothing, and not 5€
            offerStockCover,*~45..,"5,5"                % 4 % 2 % 5.5   % a cell holds one number, or the name of one, or nothing, and not 5,5
            offerStockCover,*~45..,NaN                  % 4 % 2 %       % there is no parameter named NaN
            offerStockCover,*~NaN..120,5                % 4 % 1 %       % there is no parameter named NaN
            """, quoteCharacter = '`')
    void what_makes_no_sense_is_refused_once_with_its_place_and_what_it_clashes_with(
            String lines, int line, int cell, @Nullable String hint, String message) {
        assertThat(problems(lines.replace("~", "\n") + "\n")).singleElement().satisfies(problem -> {
            assertThat(problem.message().en()).isEqualTo(message);
            assertThat(problem.message().zh()).containsPattern("\\p{IsHan}");
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(cell);
            assertThat(problem.hint()).isEqualTo(Optional.ofNullable(hint));
        });
    }

    @Test
    void a_percent_sign_is_taken_off_by_the_hint() {
        assertThat(problems("offerStockCover,*\n45..,5 %\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint()).contains("5"));
    }

    @Test
    void for_everybody_a_line_about_the_whole_asks_for_nothing() {
        assertThat(problems("when,stage,*\nofferStockCover,*\n45..,5\n")).isEmpty();
    }
}
