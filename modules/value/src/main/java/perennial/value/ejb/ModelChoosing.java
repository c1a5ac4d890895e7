package perennial.value.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import perennial.activity.Histories;
import perennial.activity.Shop;
import perennial.analytics.history.Purchase;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.PurchaseLog;
import perennial.kernel.Act;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.value.ValueModels;
import perennial.value.model.Choosing;
import perennial.value.model.Choosing.Verdict;
import perennial.value.model.Due;
import perennial.value.model.Tellings;

/**
 * Chooses the purchase model. It has no transaction of its own, so that every judgement is kept as soon as it is made and
 * a crash costs no more than one.
 */
@Stateless
@Local(ValueModels.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ModelChoosing implements ValueModels {
    @Inject
    private Histories histories;

    @Inject
    private Shop shop;

    @Inject
    private EvidenceRows rows;

    @Inject
    private ChoiceLimits limits;

    @Inject
    private Event<Act> acts;

    private final Clock clock = Clock.systemUTC();

    @Override
    public void review(Run run, Progress progress) {
        Optional<Choice> last = rows.choices().latest(run.asOf());
        if (last.isPresent() && !last.get().complete()) {
            goOn(last.get(), progress);
            return;
        }
        Due.of(last, rows.choices().isAsked(), rows.driftBefore(run), run.asOf(), limits.oldest())
                .ifPresent(cause -> begin(run, cause, progress));
    }

    private void begin(Run run, Cause cause, Progress progress) {
        Choice begun = new Choice(
                run.id(), run.asOf(), cause, Optional.empty(), false, Optional.empty(), Tellings.words("no-choice"));
        goOn(begun, progress);
        rows.choices().answer();
    }

    private void goOn(Choice choice, Progress progress) {
        Shop.Settings settings = shop.opened();
        Choosing choosing =
                Choosing.of(log(choice.asOf(), settings), day(choice.asOf().minusNanos(1), settings.zone()));
        // Written before its judgements, which belong to it.
        rows.choices().write(standing(choice, choosing, new Verdict(false, kind(choice), choice.reason())));
        Verdict verdict = choosing.decide(
                rows.judgements().of(choice.id()),
                rows.inForceBefore(choice),
                judgement -> rows.judgements().add(choice.id(), judgement),
                limits.budget(),
                clock,
                progress);
        rows.choices().write(standing(choice, choosing, verdict));
    }

    private static Optional<PurchaseKind> kind(Choice choice) {
        return choice.purchaseModel().map(PurchaseKind::labelled);
    }

    private static Choice standing(Choice choice, Choosing choosing, Verdict verdict) {
        return new Choice(
                choice.id(),
                choice.asOf(),
                choice.cause(),
                choosing.horizon(),
                verdict.complete(),
                verdict.kind().map(PurchaseKind::label),
                verdict.reason());
    }

    private PurchaseLog log(Instant asOf, Shop.Settings settings) {
        PurchaseLog.Collector log = new PurchaseLog.Collector();
        int[] who = {0};
        histories.each(asOf, history -> {
            if (history.purchases().isEmpty()) {
                return;
            }
            for (Purchase purchase : history.purchases()) {
                double spent = new Money(purchase.amountMinor(), settings.currency())
                        .toMajor()
                        .doubleValue();
                log.add(who[0], day(purchase.at(), settings.zone()), spent);
            }
            who[0]++;
        });
        return log.collected();
    }

    private static double day(Instant at, ZoneId zone) {
        return (double) at.atZone(zone).toLocalDate().toEpochDay();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void askForChoice(String actor) {
        rows.choices().ask(clock.instant(), actor);
        acts.fire(new Act(actor, "value.choice.asked", "value"));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Evidence evidence(Run run) {
        Currency currency = shop.opened().currency();
        return rows.evidence(run, currency);
    }
}
