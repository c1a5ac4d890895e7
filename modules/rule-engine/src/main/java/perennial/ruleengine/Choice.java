package perennial.ruleengine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import perennial.kernel.CustomerId;
import perennial.ruleengine.Dropped.Cause;
import perennial.ruleengine.Outcome.Given;
import perennial.rules.Domain;
import perennial.rules.Kind;
import perennial.rules.Text;

/**
 * Chooses among what rules proposed for one customer. Of each domain at most one proposal is taken: a held order before
 * one that is reviewed, and otherwise the greatest expected value net of cost that the budget covers. Proposals whose
 * value is not known come after those whose value is; equals are parted by the code of their first rule. Transactional
 * messages stand in no choice: each is made, beside whatever else is.
 */
final class Choice {
    private static final List<Domain> ORDER = List.of(Domain.RISK, Domain.MARKETING, Domain.PRICING);
    private static final Set<Kind> NO_OFFERS = Set.of(Kind.NO_DISCOUNT, Kind.SERVICE_RECOVERY);
    private static final Comparator<Proposal> BY_CODE =
            Comparator.comparing(proposal -> proposal.rule().code());
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(
                    (Candidate candidate) -> candidate.kind() != Kind.BLOCK_ORDER)
            .thenComparing(candidate -> candidate.valuation().isEmpty())
            .thenComparing(
                    candidate -> candidate
                            .valuation()
                            .map(value -> value.net().minor())
                            .orElse(0L),
                    Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.rules().get(0).code())
            .thenComparing(Candidate::verb)
            .thenComparing(Candidate::kind)
            .thenComparing(Candidate::percent);

    private final Firing firing;
    private final Circumstances circumstances;
    private final Wording wording;
    private final CustomerId customer;
    private final Given given;
    private final List<Candidate> chosen = new ArrayList<>();
    private final List<Candidate> dropped = new ArrayList<>();
    private int withheld;

    private Choice(Firing firing, Circumstances circumstances, Wording wording) {
        this.firing = firing;
        this.circumstances = circumstances;
        this.wording = wording;
        this.customer = new CustomerId(firing.snapshot().customer());
        this.given = new Given(
                circumstances.contacts().of(customer), circumstances.budget().rest());
    }

    static Outcome among(Firing firing, Circumstances circumstances, Wording wording, String version) {
        Choice choice = new Choice(firing, circumstances, wording);
        choice.run();
        return choice.outcome(version);
    }

    private void run() {
        Reach reach = new Reach(firing.snapshot(), circumstances, given.contacts());
        Rails rails = new Rails(firing.snapshot(), circumstances, reach, kinds());
        List<Candidate> left = new ArrayList<>();
        List<Candidate> notices = new ArrayList<>();
        for (Candidate candidate : merged()) {
            if (candidate.transactional()) {
                notices.add(reach.told(candidate));
            } else {
                Candidate led = rails.lead(candidate);
                (led.dropped().isPresent() ? dropped : left).add(led);
            }
        }
        left.sort(BEST_FIRST);
        for (Domain domain : ORDER) {
            choose(domain, left);
        }
        notices.sort(BEST_FIRST);
        chosen.addAll(notices);
    }

    private Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Proposal proposal : firing.proposals()) {
            kinds.add(proposal.kind());
        }
        return kinds;
    }

    /**
     * One candidate for proposals that say the same; the order of firing leaves no trace. To keep quiet is nothing to be
     * done, so it is none: what it leaves is that others are dropped.
     */
    private List<Candidate> merged() {
        List<Proposal> proposals = new ArrayList<>(firing.proposals());
        proposals.sort(BY_CODE);
        List<Candidate> merged = new ArrayList<>(proposals.size());
        for (Proposal proposal : proposals) {
            int same = 0;
            while (same < merged.size() && !merged.get(same).says(proposal)) {
                same++;
            }
            if (same < merged.size()) {
                merged.set(same, merged.get(same).alsoBy(proposal.rule()));
            } else if (proposal.kind() != Kind.QUIET) {
                merged.add(Candidate.of(proposal));
            }
        }
        return merged;
    }

    private void choose(Domain domain, List<Candidate> bestFirst) {
        boolean taken = false;
        for (Candidate candidate : bestFirst) {
            if (candidate.domain() != domain) {
                continue;
            }
            if (taken) {
                drop(candidate, Cause.OUTBID);
            } else if (chosen.size() + withheld == circumstances.rails().maxDecisions()) {
                drop(candidate, Cause.TOO_MANY);
            } else if (isWithheld(candidate)) {
                drop(candidate, Cause.HOLDOUT);
                withheld++;
                taken = true;
            } else if (!affordable(candidate)) {
                drop(candidate, Cause.BUDGET);
            } else {
                chosen.add(candidate);
                taken = true;
            }
        }
    }

    /** Orders are checked whoever places them, and who was let down is looked after. */
    private boolean isWithheld(Candidate candidate) {
        boolean isOffer = candidate.domain() != Domain.RISK && !NO_OFFERS.contains(candidate.kind());
        return isOffer && circumstances.holdout().holds(customer);
    }

    private boolean affordable(Candidate candidate) {
        return candidate
                .valuation()
                .map(value -> circumstances.budget().spend(value.outlay().minor()))
                .orElse(true);
    }

    private void drop(Candidate candidate, Cause cause) {
        dropped.add(candidate.drop(cause, Messages.text("dropped." + cause, "")));
    }

    private Outcome outcome(String version) {
        return new Outcome(
                customer,
                version,
                circumstances.now(),
                firedByCode(),
                each(chosen, this::decision),
                each(dropped, this::ended),
                given);
    }

    private List<String> firedByCode() {
        List<String> names = new ArrayList<>(firing.fired().size());
        for (Rule rule : firing.fired()) {
            names.add(wording.name(rule));
        }
        names.sort(Comparator.naturalOrder());
        return Collections.unmodifiableList(names);
    }

    /** A stream for each of some short lists took longer than what is done in it. */
    private static <A, B> List<B> each(List<A> all, Function<A, B> made) {
        if (all.size() < 2) {
            return all.isEmpty() ? List.of() : List.of(made.apply(all.get(0)));
        }
        List<B> list = new ArrayList<>(all.size());
        for (A one : all) {
            list.add(made.apply(one));
        }
        return Collections.unmodifiableList(list);
    }

    private Decision decision(Candidate candidate) {
        Text reason = wording.reason(candidate.rules(), firing.snapshot());
        return new Decision(
                candidate.kind(),
                candidate.verb(),
                candidate.arguments(),
                candidate.channel(),
                names(candidate),
                reason,
                candidate.limits(),
                candidate.valuation());
    }

    private Dropped ended(Candidate candidate) {
        Candidate.End end = candidate.dropped().orElseThrow();
        return new Dropped(
                candidate.kind(), candidate.verb(), candidate.arguments(), names(candidate), end.cause(), end.why());
    }

    private List<String> names(Candidate candidate) {
        return each(candidate.rules(), wording::name);
    }
}
