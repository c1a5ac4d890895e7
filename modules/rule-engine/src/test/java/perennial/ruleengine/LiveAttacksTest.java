package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.ruleengine.Attacks.Attack;

/** An attack that leaves no mark on an unguarded Drools is none: each is run in a JVM of its own kind. */
class LiveAttacksTest {
    private static final int FAMILIES = 10;
    private static final int OF_A_FAMILY = 5;
    private static final int ALL = 100;

    /** What an attack may take before it counts as one that does not end; an ordinary rule takes a hundredth of it. */
    private static final int SECONDS = 6;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void every_attack_leaves_its_mark_where_no_guard_stands() throws IOException {
        List<Attack> attacks = Attacks.live();
        Map<Integer, String> marks = new TreeMap<>();
        int from = 0;
        while (from < attacks.size()) {
            from = marksFrom(from, marks);
        }
        List<String> harmless = new ArrayList<>();
        for (int i = 0; i < attacks.size(); i++) {
            String mark = marks.getOrDefault(i, "NONE");
            if (mark.startsWith("NONE")) {
                harmless.add(attacks.get(i).family() + ": " + attacks.get(i).text() + " -> " + mark);
            }
        }
        assertThat(harmless).isEmpty();
    }

    @Test
    void the_corpus_is_wide_and_its_texts_differ_in_structure() {
        Map<String, List<Attack>> families = Attacks.live().stream().collect(Collectors.groupingBy(Attack::family));
        assertThat(Attacks.live()).hasSizeGreaterThanOrEqualTo(ALL);
        assertThat(families).hasSizeGreaterThanOrEqualTo(FAMILIES);
        assertThat(families.values())
                .allSatisfy(
                        family -> assertThat(family.stream().map(Attacks::shape).distinct())
                                .hasSizeGreaterThanOrEqualTo(OF_A_FAMILY));
    }

    /** Runs the attacks from a number on in a JVM; gives the number of the one after the last that it answered. */
    private int marksFrom(int first, Map<Integer, String> marks) throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Unguarded.class.getName(),
                        String.valueOf(first),
                        String.valueOf(SECONDS))
                .directory(Files.createDirectories(folder.resolve(String.valueOf(first)))
                        .toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int next = first;
        try (BufferedReader answers = jvm.inputReader()) {
            for (String line : answers.lines().toList()) {
                String[] answer = line.split("\t", 2);
                if (answer.length == 2 && answer[0].matches("\\d+")) {
                    int number = Integer.parseInt(answer[0]);
                    marks.put(number, answer[1].equals("BEGINS") ? "ENDED THE SERVER" : answer[1]);
                    next = Math.max(next, number + 1);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return Math.max(next, first + 1);
    }
}
