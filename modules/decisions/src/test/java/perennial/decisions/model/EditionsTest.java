package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.decisions.RuleDrafts.Manuscript;
import perennial.decisions.RuleVersions.Change;
import perennial.rules.RuleSource;
import perennial.rules.ShippedRules;

class EditionsTest {
    private static final List<RuleSource> SHIPPED = ShippedRules.sources();
    private static final String RULE = "rule \"XX-01 a test\" when CustomerSnapshot(orders > 1) then decisions.%s; end";

    private static List<RuleSource> with(String path, String text) {
        return Editions.with(SHIPPED, new Manuscript("a test", Map.of(path, Optional.of(text))));
    }

    @Test
    void a_book_with_a_new_file_differs_in_that_file_alone() {
        List<RuleSource> book = with("pricing/test.drl", RULE.formatted("keepFullPrice()"));
        assertThat(Editions.between(SHIPPED, book))
                .containsExactly(new Change(
                        "pricing/test.drl", Optional.empty(), Optional.of(RULE.formatted("keepFullPrice()"))));
        assertThat(Editions.problems(book)).isEmpty();
        List<RuleSource> back =
                Editions.with(book, new Manuscript("back", Map.of("pricing/test.drl", Optional.empty())));
        assertThat(Editions.between(SHIPPED, back)).isEmpty();
    }

    @Test
    void a_marketers_file_can_not_hold_an_order() {
        assertThat(Editions.problems(with("marketing/test.drl", "\n" + RULE.formatted("blockOrder()"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo("marketing/test.drl");
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.message().english()).contains("risk/");
                });
    }

    @Test
    void transactional_messages_have_a_folder_of_their_own() {
        String notice =
                RULE.replace("orders > 1", "moment == \"ORDER\"").formatted("sendNotice(ORDER_CHECK).by(EMAIL)");
        assertThat(Editions.problems(with("service/test.drl", notice))).isEmpty();
        assertThat(Editions.problems(with("marketing/test.drl", notice)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().english()).contains("service/"));
        assertThat(Editions.problems(with("service/test.drl", RULE.formatted("keepFullPrice()"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().english()).contains("pricing/"));
    }

    @Test
    void what_the_guard_finds_names_the_file_and_the_place() {
        assertThat(Editions.problems(with("risk/test.drl", RULE.replace("orders", "ordrs"))))
                .first()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo("risk/test.drl");
                    assertThat(problem.column()).isEqualTo(RULE.indexOf("orders") + 1);
                    assertThat(problem.hint()).contains("orders");
                });
    }

    @Test
    void a_table_proposes_what_its_folder_is_for() {
        String table = "grid,PG,Prices\npropose,offerPrice,CLEARANCE\nofferStockCover,*\n\n45..120,5\n";
        assertThat(Editions.problems(with("pricing/stock.csv", table))).isEmpty();
        assertThat(Editions.problems(with("marketing/stock.csv", table)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(5);
                    assertThat(problem.message().english()).contains("pricing/");
                });
    }
}
