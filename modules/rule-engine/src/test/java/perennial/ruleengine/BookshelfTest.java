package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.kernel.ConflictException;

class BookshelfTest {
    private final RuleBook first = A.book("orders > 1", "decisions.keepFullPrice();");
    private final RuleBook second = A.book("orders > 2", "decisions.keepFullPrice();");
    private final RuleBook third = A.book("orders > 3", "decisions.keepFullPrice();");

    @Test
    void what_is_published_serves_and_the_one_before_is_a_step_away() {
        Bookshelf shelf = new Bookshelf(first, 2);
        shelf.publish(second);
        assertThat(shelf.live()).isSameAs(second);
        assertThat(shelf.rollBack()).isSameAs(first);
        assertThat(shelf.live()
                        .decide(A.customer(Map.of("orders", 2)), A.circumstances())
                        .version())
                .isEqualTo(first.version());
    }

    @Test
    void only_the_last_few_are_kept() {
        Bookshelf shelf = new Bookshelf(first, 2);
        shelf.publish(second);
        shelf.publish(third);
        assertThat(shelf.find(first.version())).isEmpty();
        assertThat(shelf.find(second.version())).containsSame(second);
    }

    @Test
    void before_the_first_there_is_nothing_to_go_back_to() {
        Bookshelf shelf = new Bookshelf(first, 2);
        assertThatThrownBy(shelf::rollBack).isInstanceOf(ConflictException.class);
    }

    @Test
    void the_same_version_stands_once() {
        Bookshelf shelf = new Bookshelf(first, 3);
        shelf.publish(second);
        shelf.publish(first);
        assertThat(shelf.rollBack()).isSameAs(second);
        assertThatThrownBy(shelf::rollBack).isInstanceOf(ConflictException.class);
    }
}
