package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.junit.jupiter.api.Test;

/**
 * What Drools' parser can express is known, thing by thing. When an upgrade brings something new, this fails: look
 * whether {@link SecondReader} refuses it, then add it to descriptors.txt.
 */
class DescriptorsTest {

    @Test
    void drools_knows_no_descriptor_and_no_part_of_one_that_the_guard_was_not_written_for()
            throws IOException, ReflectiveOperationException {
        Set<String> found = new TreeSet<>(descriptors());
        for (Class<?> type : new Class<?>[] {PackageDescr.class, RuleDescr.class, PatternDescr.class}) {
            Arrays.stream(type.getDeclaredMethods())
                    .map(Method::getName)
                    .filter(name -> name.startsWith("get") || name.startsWith("is"))
                    .forEach(name -> found.add(type.getSimpleName() + "." + name));
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(known());
    }

    private static Set<String> descriptors() throws IOException, ReflectiveOperationException {
        Set<String> names = new TreeSet<>();
        Path drools = Path.of(BaseDescr.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        String folder = BaseDescr.class.getPackageName().replace('.', '/') + "/";
        try (JarFile jar = new JarFile(drools.toFile())) {
            for (String entry : jar.stream().map(Object::toString).toList()) {
                if (entry.startsWith(folder) && entry.endsWith(".class")) {
                    Class<?> type = Class.forName(entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.'));
                    if (BaseDescr.class.isAssignableFrom(type)) {
                        names.add(type.getName().substring(folder.length()));
                    }
                }
            }
        }
        return names;
    }

    private static Set<String> known() throws IOException {
        try (InputStream file = Objects.requireNonNull(DescriptorsTest.class.getResourceAsStream("descriptors.txt"))) {
            return new TreeSet<>(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .filter(word -> !word.isBlank())
                    .toList());
        }
    }
}
