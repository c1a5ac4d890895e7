package perennial.analytics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.analytics.lifecycle.Stage;

class GuidesTest {
    private static final Path DOCS = Path.of("..", "..", "docs");

    @ParameterizedTest
    @EnumSource(Measure.class)
    void the_guide_and_the_glossary_have_every_metric_with_its_formula_and_its_chinese_name(Measure measure) {
        assertThat(DOCS.resolve("metrics.md"))
                .content()
                .contains(measure.formula(), measure.title(Locale.SIMPLIFIED_CHINESE));
        assertThat(DOCS.resolve("glossary.md"))
                .content()
                .contains(measure.formula(), measure.title(Locale.SIMPLIFIED_CHINESE));
    }

    @ParameterizedTest
    @EnumSource(Quantity.class)
    void the_guide_has_the_symbol_of_every_input(Quantity quantity) {
        assertThat(DOCS.resolve("metrics.md")).content().containsPattern("\\| " + quantity.symbol() + "[ ,]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"life-cycle.md", "glossary.md"})
    void the_guide_to_the_life_cycle_and_the_glossary_have_every_stage_by_its_names(String guide) {
        for (Stage stage : Stage.values()) {
            assertThat(DOCS.resolve(guide)).content().contains(stage.label(), stage.title(Locale.SIMPLIFIED_CHINESE));
        }
    }
}
