package perennial.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.decisions.RuleDrafts.Manuscript;
import perennial.kernel.InvalidInputException;
import perennial.rules.Domain;

class ManuscriptTest {

    @ParameterizedTest
    @EnumSource
    void rules_stand_in_the_folder_of_a_domain(Domain domain) {
        String path = domain.folder() + "/later.drl";
        assertThat(at(path).files()).containsOnlyKeys(path);
    }

    @Test
    void another_folder_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> at("elsewhere/later.drl"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rules stand in marketing, pricing, risk or service");
    }

    private static Manuscript at(String path) {
        return new Manuscript("later", Map.of(path, Optional.of("")));
    }
}
