package perennial.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void figures_stand_below_each_other_at_their_right_end() {
        Columns columns = new Columns().row("retention", "7").row("new", "1,234");

        assertThat(columns.lines()).containsExactly("  retention       7", "  new         1,234");
    }

    @Test
    void words_stand_below_each_other_at_their_left_end() {
        Columns columns = new Columns().row("state", "ready").row("a", "b");

        assertThat(columns.leftAligned()).containsExactly("  state   ready", "  a       b");
    }

    @Test
    void a_chinese_character_takes_two_columns() {
        assertThat(Columns.width("高频 a")).isEqualTo(6);
    }
}
