package perennial.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
    private static final JavaClasses PRODUCT = House.product();
    private static final JavaClasses CANARIES = House.canaries();

    @ParameterizedTest
    @EnumSource
    void the_product_keeps_the_rule(HouseRule rule) {
        rule.under("perennial").check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void the_rule_catches_its_canaries(HouseRule rule) {
        EvaluationResult result = rule.under("perennial.canary").evaluate(CANARIES);
        for (Class<?> canary : rule.canaries()) {
            assertThat(result.getFailureReport().getDetails())
                    .as(rule + " on " + canary.getSimpleName())
                    .anyMatch(line -> line.contains(canary.getName()));
        }
    }

    @Test
    void no_test_sleeps() {
        HouseRule.NOBODY_SLEEPS.under("perennial").check(House.tests());
    }

    @Test
    void no_canary_is_in_the_product() {
        assertThat(PRODUCT).noneMatch(type -> type.getPackageName().startsWith("perennial.canary"));
    }

    @Test
    void every_module_with_sources_was_looked_at() {
        assertThat(House.modulesWithSources())
                .isNotEmpty()
                .allMatch(module -> Files.isDirectory(module.resolve(Path.of("target", "classes"))));
    }
}
