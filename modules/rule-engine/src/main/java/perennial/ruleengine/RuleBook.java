package perennial.ruleengine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.kie.api.runtime.KieSession;
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;
import perennial.rules.Text;

/**
 * A compiled version of the rules. Live decisions, batches and simulations all go this one way: the rules fire on a
 * snapshot and propose, guard rails and choice dispose. Immutable and safe for use by many threads.
 *
 * <p>The first decisions of a new book are slow, while its network is built and its conditions are compiled: warm it
 * with some hundred before it serves.
 */
public final class RuleBook {
    private static final int BATCH = 1_000;
    private static final int VERSION_DIGITS = 16;

    private final String version;
    private final List<Sentence> sentences;
    private final List<RuleSource> sources;
    private final List<Rule> rules;
    private final List<Rule> stopped;
    private final Map<String, Rule> byCode;
    private final CompiledRules compiled;
    private final SortedMap<String, Parameter> parameters;
    private final Wording wording;

    private RuleBook(
            List<RuleSource> sources,
            RuleGuard.Understanding understood,
            Function<String, Text> names,
            Set<String> without) {
        this.sentences = understood.sentences().stream()
                .filter(sentence -> !without.contains(sentence.rule().code()))
                .toList();
        this.sources = List.copyOf(sources);
        this.rules = sentences.stream().map(Sentence::rule).toList();
        this.stopped = understood.sentences().stream()
                .map(Sentence::rule)
                .filter(rule -> without.contains(rule.code()))
                .toList();
        this.version = version(sources, stopped.stream().map(Rule::code).toList());
        this.byCode = rules.stream().collect(Collectors.toMap(Rule::code, Function.identity()));
        this.compiled = CompiledRules.of(sentences);
        this.parameters = understood.parameters().all();
        this.wording = new Wording(rules, understood.parameters(), names);
    }

    /** As {@link #compile(List, Function)}, with texts told as they are. */
    public static RuleBook compile(List<RuleSource> sources) {
        return compile(sources, text -> new Text(text, text));
    }

    /**
     * Checks and compiles rules.
     *
     * @param sources files of rules, and of parameters where the path ends in .yaml
     * @param names what people call a text that a customer's facts hold, such as the code of a reason
     * @throws RefusedRulesException when the guard finds anything wrong
     */
    public static RuleBook compile(List<RuleSource> sources, Function<String, Text> names) {
        return compile(sources, names, Set.of());
    }

    /**
     * The same book with some rules stopped: they are checked, and never fire. It has a version of its own.
     *
     * @param stopped codes; those that the book does not have stop nothing
     */
    public static RuleBook compile(List<RuleSource> sources, Function<String, Text> names, Set<String> stopped) {
        RuleGuard.Understanding understood = RuleGuard.understand(sources);
        if (!understood.problems().isEmpty()) {
            throw new RefusedRulesException(understood.problems());
        }
        return new RuleBook(sources, understood, names, stopped);
    }

    /** The same for the same texts and parameters, on any machine and in any order of the files. */
    public String version() {
        return version;
    }

    /** What it was compiled from, as written. */
    public List<RuleSource> sources() {
        return sources;
    }

    /** The numbers that its rules refer to by name, in the order of the alphabet. */
    public Collection<Parameter> parameters() {
        return parameters.values();
    }

    /** Those that may fire. */
    public List<Rule> rules() {
        return rules;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** The rules that fire for a customer with what each of their conditions rests on, in the order of the book. */
    public List<Match> matches(CustomerSnapshot snapshot) {
        return sentences.stream()
                .flatMap(sentence -> Match.of(sentence, snapshot, wording).stream())
                .toList();
    }

    /** The rules that all conditions but one would have fired for a customer, in the order of the book. */
    public List<NearMiss> nearMisses(CustomerSnapshot snapshot) {
        return sentences.stream()
                .flatMap(sentence -> NearMiss.of(sentence, snapshot, wording).stream())
                .toList();
    }

    /** Those that are stopped. */
    public List<Rule> stopped() {
        return stopped;
    }

    /** What a book of these texts would be called, without compiling it. */
    public static String versionOf(List<RuleSource> sources) {
        return version(sources, List.of());
    }

    /** Decides for one customer. */
    public Outcome decide(CustomerSnapshot snapshot, Circumstances circumstances) {
        return decide(List.of(snapshot), circumstances).get(0);
    }

    /** Decides for many customers, lazily and in their order: the same outcomes as one by one, several times faster. */
    public Stream<Outcome> decideAll(Stream<CustomerSnapshot> snapshots, Circumstances circumstances) {
        Iterator<CustomerSnapshot> source = snapshots.iterator();
        Iterator<List<CustomerSnapshot>> batches = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public List<CustomerSnapshot> next() {
                List<CustomerSnapshot> batch = new ArrayList<>();
                while (batch.size() < BATCH && source.hasNext()) {
                    batch.add(source.next());
                }
                return batch;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(batches, Spliterator.ORDERED), false)
                .flatMap(batch -> decide(batch, circumstances).stream())
                .onClose(snapshots::close);
    }

    private List<Outcome> decide(List<CustomerSnapshot> batch, Circumstances circumstances) {
        return fire(batch).stream().map(firing -> choose(firing, circumstances)).toList();
    }

    /** What guard rails and choice make of what fired. */
    Outcome choose(Firing firing, Circumstances circumstances) {
        return Choice.among(firing, circumstances, wording, version);
    }

    /** What the rules make of customers, in their order, before any guard rail. */
    List<Firing> fire(List<CustomerSnapshot> batch) {
        Recorder recorder = new Recorder(byCode);
        KieSession session = compiled.session();
        try {
            session.setGlobal("decisions", recorder);
            session.addEventListener(recorder);
            batch.forEach(session::insert);
            session.fireAllRules(batch.size() * rules.size());
        } finally {
            session.dispose();
        }
        return batch.stream().map(recorder::of).toList();
    }

    private static String version(List<RuleSource> sources, List<String> stopped) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        sources.stream().sorted(Comparator.comparing(RuleSource::path)).forEach(source -> {
            digest.update((source.path() + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update((source.text().replace("\r\n", "\n") + "\0").getBytes(StandardCharsets.UTF_8));
        });
        stopped.stream()
                .sorted()
                .forEach(code -> digest.update(("stopped\0" + code + "\0").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    }
}
