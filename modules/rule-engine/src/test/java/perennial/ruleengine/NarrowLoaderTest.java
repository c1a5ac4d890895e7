package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.runtime.KieSession;
import perennial.rules.CustomerSnapshot;

class NarrowLoaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.setProperty(\"perennial.mark\", \"1\");",
                "new Thread().start();",
                "Runtime.getRuntime().availableProcessors();",
                "new java.io.File(\"mark\").exists();",
                "java.nio.file.Files.exists(java.nio.file.Path.of(\"mark\"));",
                "java.lang.reflect.Array.newInstance(int.class, 1);"
            })
    void a_consequence_that_got_past_the_guard_finds_no_class_to_do_harm_with(String consequence) {
        CompiledRules compiled = CompiledRules.of("package perennial.book; import " + CustomerSnapshot.class.getName()
                + "; rule \"A\" when CustomerSnapshot() then " + consequence + " end");
        KieSession session = compiled.session();
        session.insert(A.customer(Map.of()));
        assertThatThrownBy(session::fireAllRules)
                .satisfiesAnyOf(
                        e -> assertThat(e).isInstanceOf(NoClassDefFoundError.class),
                        e -> assertThat(e).hasRootCauseInstanceOf(ClassNotFoundException.class));
        session.dispose();
    }
}
