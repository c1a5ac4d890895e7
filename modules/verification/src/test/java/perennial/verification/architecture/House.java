package perennial.verification.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The modules by the names of their packages, and which of them each may use. */
final class House {
    /** The main row, in order: a module may use all to its left. */
    private static final List<String> ROW = List.of(
            "kernel",
            "analytics",
            "storage",
            "activity",
            "profiles",
            "value",
            "segmentation",
            "churn",
            "metrics",
            "decisions",
            "overview",
            "webhooks",
            "pipeline");

    private static final Path ROOT = Path.of("..", "..");

    private House() {}

    /** What each module may use beside itself; a module that is not named here has no place in the house. */
    static Map<String, Set<String>> directions() {
        Map<String, Set<String>> allowed = new HashMap<>();
        for (int i = 0; i < ROW.size(); i++) {
            allowed.put(ROW.get(i), new TreeSet<>(ROW.subList(0, i)));
        }
        Set<String> doors = new LinkedHashSet<>(ROW);
        doors.add("access");
        allowed.put("crmapi", doors);
        allowed.put("console", with(doors, "charts"));
        allowed.put("access", Set.of("kernel"));
        allowed.put("migrations", Set.of());
        allowed.put("rules", Set.of("kernel"));
        allowed.put("ruleengine", Set.of("kernel", "analytics", "rules"));
        allowed.computeIfPresent("decisions", (module, left) -> with(left, "rules", "ruleengine"));
        allowed.put("charts", Set.of("kernel"));
        allowed.put("description", Set.of());
        allowed.put("simulator", Set.of("kernel"));
        allowed.put("cli", Set.of("kernel", "analytics", "ruleengine", "rules", "simulator", "charts"));
        allowed.put("launcher", Set.of());
        allowed.put("verification", allowed.keySet());
        return allowed;
    }

    private static Set<String> with(Set<String> modules, String... more) {
        Set<String> all = new TreeSet<>(modules);
        all.addAll(List.of(more));
        return all;
    }

    /** The classes of all modules as they were just built, without their tests. */
    static JavaClasses product() {
        return new ClassFileImporter().importPaths(folders("classes"));
    }

    /** The tests of all modules; of the canaries there is nothing among them. */
    static JavaClasses tests() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/perennial/canary/"))
                .importPaths(folders("test-classes"));
    }

    static JavaClasses canaries() {
        return new ClassFileImporter().importPackages("perennial.canary");
    }

    /** Every folder with sources of its own, by its path from the root. */
    static List<Path> modulesWithSources() {
        return modules().stream()
                .filter(module -> Files.isDirectory(module.resolve(Path.of("src", "main", "java"))))
                .toList();
    }

    private static List<Path> folders(String name) {
        return modules().stream()
                .map(module -> module.resolve("target").resolve(name))
                .filter(Files::isDirectory)
                .toList();
    }

    private static List<Path> modules() {
        return Stream.of(children("modules"), children("deploy"), Stream.of(ROOT.resolve("rules")))
                .flatMap(paths -> paths)
                .filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                .sorted()
                .toList();
    }

    private static Stream<Path> children(String folder) {
        try (Stream<Path> children = Files.list(ROOT.resolve(folder))) {
            return children.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the modules can't be read", e);
        }
    }
}
