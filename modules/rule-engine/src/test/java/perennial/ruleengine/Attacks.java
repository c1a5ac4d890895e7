package perennial.ruleengine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Decisions;
import perennial.rules.Kind;

/** The texts of the corpus, complete: what stands for something is filled in. */
final class Attacks {
    /** Hangs on purpose, so they are tried side by side. */
    static final String ENDLESS = "endless and costly";

    private static final Pattern TIMES = Pattern.compile("<<(\\d+)\\*(.*?)>>", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package [\\w.]+;?");
    private static final Map<String, String> WORDS = Map.of(
            "WHEN", "CustomerSnapshot(orders > 1)",
            "BODY", "decisions.keepFullPrice();",
            "TOUCH", "new java.io.File(\"mark\").createNewFile()",
            "MARKED", "System.setProperty(\"perennial.mark\", \"1\")");

    private Attacks() {}

    record Attack(String family, String text) {

        /** With the import and the global that a rule needs, which the guard allows. */
        String complete() {
            return with("import " + CustomerSnapshot.class.getName() + "; ");
        }

        /** As {@link #complete}, with the imports without which plain Drools does not know the words of proposals. */
        String unguarded() {
            return with("import " + CustomerSnapshot.class.getName() + "; import " + Kind.class.getName() + "; import "
                    + Channel.class.getName() + "; ");
        }

        private String with(String imports) {
            Matcher named = PACKAGE.matcher(text);
            int from = named.find() ? named.end() : 0;
            return text.substring(0, from) + " " + imports + "global " + Decisions.class.getName() + " decisions; "
                    + text.substring(from);
        }
    }

    /** Those that do not end come last. */
    static List<Attack> live() {
        return texts("attacks.yaml").stream()
                .sorted(Comparator.comparing(attack -> attack.family().equals(ENDLESS)))
                .toList();
    }

    /** Texts that are no rules of the language, whether they would do harm or not. */
    static List<Attack> refused() {
        return texts("refused.yaml");
    }

    static List<String> valid() {
        return ((List<?>) load("valid.yaml"))
                .stream().map(text -> filled(String.valueOf(text))).toList();
    }

    private static List<Attack> texts(String file) {
        return ((Map<?, ?>) load(file))
                .entrySet().stream()
                        .flatMap(family -> ((List<?>) Objects.requireNonNull(family.getValue()))
                                .stream()
                                        .map(text -> new Attack(
                                                String.valueOf(family.getKey()), filled(String.valueOf(text)))))
                        .toList();
    }

    private static String filled(String text) {
        String all = TIMES.matcher(text)
                .replaceAll(times -> Matcher.quoteReplacement(times.group(2).repeat(Integer.parseInt(times.group(1)))));
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            all = all.replaceAll("\\b" + word.getKey() + "\\b", Matcher.quoteReplacement(word.getValue()));
        }
        return all;
    }

    private static Object load(String file) {
        try (InputStream yaml = Objects.requireNonNull(Attacks.class.getResourceAsStream(file))) {
            return Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromInputStream(yaml));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The shape of a text: its words and signs without names, numbers and quoted texts, repetitions once. */
    static String shape(Attack attack) {
        return Stream.of(attack.text()
                        .replaceAll("\"[^\"]*\"", "s")
                        .replaceAll("\\d+", "n")
                        .split("(?<=\\W)|(?=\\W)"))
                .filter(part -> !part.isBlank())
                .distinct()
                .reduce("", (a, b) -> a + " " + b);
    }
}
