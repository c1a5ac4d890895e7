package perennial.ruleengine;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Decisions;
import perennial.rules.Text;
import perennial.rules.Vocabulary;

/**
 * Plain Drools without the guard, with the facts and the recorder of the product and a rule beside the attack that must
 * fire once for each customer. It says what mark an attack leaves; to be run in a JVM and a folder that may be harmed.
 */
final class Unguarded {
    private static final String CONTROL = "ZZ-99 control";
    private static final String CONTROLLING = "package perennial.control; import " + CustomerSnapshot.class.getName()
            + "; global " + Decisions.class.getName() + " decisions; rule \"" + CONTROL
            + "\" salience -9 when CustomerSnapshot() then decisions.keepFullPrice(); end";

    /** More than the number of evaluations after which Drools compiles a condition to bytecode. */
    private static final int ROUNDS = 40;

    private static final int MOST_FIRINGS = 2_000;
    private static int books;

    private Unguarded() {}

    /** The mark that a text leaves; empty when it leaves none. */
    static Optional<String> mark(String drl) {
        KieServices kie = KieServices.get();
        ReleaseId release = kie.newReleaseId("perennial", "attack", String.valueOf(books++));
        KieFileSystem files = kie.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/perennial/attack/a.drl", drl.getBytes(StandardCharsets.UTF_8));
        files.write("src/main/resources/perennial/control/c.drl", CONTROLLING.getBytes(StandardCharsets.UTF_8));
        KieBuilder builder =
                kie.newKieBuilder(files, Unguarded.class.getClassLoader()).buildAll(DrlProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            return outside()
                    .or(() -> Optional.of("NONE " + errors.get(0).getText().replace('\n', ' ')));
        }
        var base =
                kie.newKieContainer(release, Unguarded.class.getClassLoader()).getKieBase();
        for (int round = 0; round < ROUNDS; round++) {
            Optional<String> mark = fired(base.newKieSession());
            if (mark.isPresent()) {
                return mark;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fired(KieSession session) {
        List<CustomerSnapshot> customers = customers();
        List<Map<String, Object>> before =
                customers.stream().map(CustomerSnapshot::known).toList();
        Recorder recorder = new Recorder(anyRule());
        Map<String, Integer> firings = new HashMap<>();
        try {
            session.setGlobal("decisions", recorder);
            session.addEventListener(recorder);
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    firings.merge(event.getMatch().getRule().getName(), 1, Integer::sum);
                }
            });
            customers.forEach(session::insert);
            session.fireAllRules(MOST_FIRINGS);
        } catch (RuntimeException | Error e) {
            return outside().or(() -> Optional.of("BROKEN " + e.getClass().getSimpleName()));
        }
        return outside().or(() -> inside(session, customers, before, recorder, firings));
    }

    /** What code left outside the session; it is taken away. */
    static Optional<String> outside() {
        boolean property = System.getProperties().remove("perennial.mark") != null;
        boolean file = false;
        for (File left : Objects.requireNonNull(new File(".").listFiles((folder, name) -> name.startsWith("mark")))) {
            file |= left.delete();
        }
        return property || file ? Optional.of("RAN CODE") : Optional.empty();
    }

    private static Optional<String> inside(
            KieSession session,
            List<CustomerSnapshot> customers,
            List<Map<String, Object>> before,
            Recorder recorder,
            Map<String, Integer> firings) {
        try {
            if (session.getObjects().size() != customers.size()
                    || !before.equals(
                            customers.stream().map(CustomerSnapshot::known).toList())) {
                return Optional.of("CHANGED FACTS");
            }
            session.dispose();
        } catch (IllegalStateException e) {
            return Optional.of("CHANGED THE SESSION");
        }
        if (firings.values().stream().anyMatch(count -> count > customers.size())) {
            return Optional.of("FIRED TOO OFTEN");
        }
        if (!Integer.valueOf(customers.size()).equals(firings.get(CONTROL))) {
            return Optional.of("SILENCED A RULE");
        }
        boolean within = customers.stream()
                .map(recorder::of)
                .allMatch(firing -> firing.proposals().size() <= 6
                        && firing.proposals().stream().allMatch(Unguarded::allowed));
        return within ? Optional.empty() : Optional.of("EXCEEDED BOUNDS");
    }

    private static boolean allowed(Proposal proposal) {
        Vocabulary.Verb verb = Vocabulary.standard().verb(proposal.verb()).orElseThrow();
        boolean number = verb.arguments().stream()
                .filter(argument -> argument.type().numeric())
                .allMatch(argument -> proposal.percent() >= argument.min() && proposal.percent() <= argument.max());
        boolean reaches = verb.contact() != proposal.channels().isEmpty();
        boolean once = proposal.channels().stream().distinct().count()
                == proposal.channels().size();
        return number
                && reaches
                && once
                && !proposal.channels().contains(null)
                && verb.kinds().contains(proposal.kind());
    }

    private static Map<String, Rule> anyRule() {
        return new HashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            public @Nullable Rule get(@Nullable Object name) {
                Text text = new Text(String.valueOf(name), String.valueOf(name));
                return new Rule("", 1, String.valueOf(name), text, "", text, text);
            }
        };
    }

    /** Three with numbers as long as some shops have them. */
    private static List<CustomerSnapshot> customers() {
        return IntStream.rangeClosed(2, 4)
                .mapToObj(orders -> A.reachable(
                        Map.of("customer", "1".repeat(30) + "0".repeat(orders), "orders", orders, "recency", 30)))
                .toList();
    }

    /**
     * Tries the attacks from a number on and prints the number and the mark of each; those that do not end, last and side
     * by side. Ends without a line for an attack that ends the JVM.
     *
     * @param args the number of the first attack, and for how many seconds an attack may run
     */
    public static void main(String[] args) throws InterruptedException {
        List<Attacks.Attack> attacks = Attacks.live();
        long patience = Long.parseLong(args[1]) * 1_000;
        mark("");
        List<Thread> endless = new ArrayList<>();
        for (int i = Integer.parseInt(args[0]); i < attacks.size(); i++) {
            Thread trial = trial(i, attacks.get(i));
            trial.start();
            if (attacks.get(i).family().equals(Attacks.ENDLESS)) {
                endless.add(trial);
            } else {
                trial.join(patience);
                if (trial.isAlive()) {
                    say(i, "HANGS");
                    Runtime.getRuntime().halt(0);
                }
            }
        }
        long until = System.nanoTime() + patience * 1_000_000;
        for (Thread trial : endless) {
            trial.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            if (trial.isAlive()) {
                say(Integer.parseInt(trial.getName()), "HANGS");
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static Thread trial(int number, Attacks.Attack attack) {
        Thread trial = new Thread(
                () -> {
                    say(number, "BEGINS");
                    say(number, mark(attack.unguarded()).orElse("NONE"));
                },
                String.valueOf(number));
        trial.setDaemon(true);
        return trial;
    }

    private static synchronized void say(int number, String mark) {
        System.out.println(number + "\t" + mark.lines().collect(Collectors.joining(" ")));
        System.out.flush();
    }
}
