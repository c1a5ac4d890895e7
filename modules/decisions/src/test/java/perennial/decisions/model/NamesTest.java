package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import perennial.rules.Text;

class NamesTest {
    @Test
    void a_reason_for_leaving_and_a_stage_have_names_in_both_languages() {
        assertThat(Names.of("lastOrderRatio")).isEqualTo(new Text("last order by usual order", "末单与平时订单之比"));
        assertThat(Names.of("ACTIVE").en()).isEqualTo("active");
        assertThat(Names.of("ACTIVE").zh()).isEqualTo("活跃");
        assertThat(Names.of("ASSORTMENT")).isEqualTo(new Text("narrow choice", "选购单一"));
    }

    @Test
    void any_other_text_is_its_own_name() {
        assertThat(Names.of("Frequent big spenders"))
                .isEqualTo(new Text("Frequent big spenders", "Frequent big spenders"));
    }
}
