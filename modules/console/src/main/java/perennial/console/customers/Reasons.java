package perennial.console.customers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import perennial.console.shell.Failures;
import perennial.console.shell.Format;
import perennial.decisions.Decisions;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.Decisions.Dropped;
import perennial.decisions.Hindsight;
import perennial.decisions.Hindsight.Explanation;
import perennial.decisions.Hindsight.Fired;
import perennial.decisions.Hindsight.Ground;
import perennial.decisions.Hindsight.Missed;
import perennial.kernel.ConflictException;
import perennial.kernel.UnknownException;
import perennial.kernel.Words;

/** Why a customer got what they got, rule by rule, and why nothing else. */
@Named
@RequestScoped
public class Reasons {
    @Inject
    private Hindsight hindsight;

    @Inject
    private Decisions decisions;

    @Inject
    private Format format;

    @Inject
    private CustomerPage page;

    private Optional<Explanation> latest = Optional.empty();

    /** @param grounds what it asks for and what is so; none where the rules that decided are not kept */
    public record Why(String rule, List<Step> grounds) {}

    public record Step(String asked, String values) {}

    /** The rules that led to a decision. */
    public List<Why> of(Decision decision) {
        List<Fired> fired =
                found(() -> hindsight.of(decision)).map(Explanation::fired).orElse(List.of());
        return decision.rules().stream().map(rule -> why(rule, fired)).toList();
    }

    private Why why(String rule, List<Fired> fired) {
        return fired.stream()
                .filter(one -> rule.startsWith(one.code() + " "))
                .findFirst()
                .map(one -> new Why(
                        title(one.code(), one.rule()),
                        one.grounds().stream().map(this::step).toList()))
                .orElseGet(() -> new Why(format.of(decisions.rule(rule)), List.of()));
    }

    private String title(String code, Words rule) {
        return code + " " + format.of(rule);
    }

    private Step step(Ground ground) {
        return new Step(format.of(ground.asked()), format.of(ground.values()));
    }

    /** The rules that one condition kept from firing in the run in force. */
    public List<Why> getMissed() {
        return ofRun().map(Explanation::missed).orElse(List.of()).stream()
                .map(this::why)
                .toList();
    }

    private Why why(Missed missed) {
        return new Why(title(missed.code(), missed.rule()), List.of(step(missed.ground())));
    }

    /** What guard rails and choice kept back in the run in force. */
    public List<Why> getDropped() {
        return ofRun().map(Explanation::dropped).orElse(List.of()).stream()
                .map(this::why)
                .toList();
    }

    private Why why(Dropped dropped) {
        return new Why(format.of(decisions.title(dropped.kind())), List.of(new Step(format.of(dropped.why()), "")));
    }

    private Optional<Explanation> ofRun() {
        if (latest.isEmpty()) {
            latest = Optional.ofNullable(page.getPortrait())
                    .flatMap(seen -> seen.run()
                            .flatMap(run -> found(
                                    () -> hindsight.ofRun(run, seen.customer().id()))));
        }
        return latest;
    }

    /** Empty where the rules of then, or the customer in the run, are not known any more. */
    private static Optional<Explanation> found(Supplier<Explanation> asked) {
        try {
            return Optional.of(asked.get());
        } catch (RuntimeException failure) {
            if (!(Failures.unwrapped(failure) instanceof ConflictException)) {
                Failures.only(UnknownException.class, failure);
            }
            return Optional.empty();
        }
    }
}
