package perennial.ruleengine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import perennial.kernel.Money;
import perennial.ruleengine.Candidate.Price;
import perennial.ruleengine.Decision.Limit;
import perennial.ruleengine.Decision.Rail;
import perennial.ruleengine.Dropped.Cause;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Domain;
import perennial.rules.Kind;
import perennial.rules.Text;
import perennial.rules.Unit;

/**
 * Leads the proposals for one customer through the guard rails, one rail after the other. Transactional messages go
 * beside them.
 */
final class Rails {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<OneRail> WAY = List.of(
            Rails::notBesideABlock,
            Rails::quietButForService,
            Rails::noDiscountAtFullPrice,
            Rails::withinTheGreatestDiscount,
            Rails::aboveTheFloor,
            (rails, candidate) -> rails.reach.withConsent(candidate),
            (rails, candidate) -> rails.reach.withinTheCaps(candidate),
            Rails::worthIt);

    private final CustomerSnapshot snapshot;
    private final Circumstances circumstances;
    private final GuardRails rails;
    private final Reach reach;
    private final Set<Kind> proposed;
    private final Currency currency;

    private interface OneRail {
        Candidate lead(Rails rails, Candidate candidate);
    }

    /**
     * @param reach by which channels the customer may be reached
     * @param proposed every kind that a rule proposed for this customer
     */
    Rails(CustomerSnapshot snapshot, Circumstances circumstances, Reach reach, Set<Kind> proposed) {
        this.snapshot = snapshot;
        this.circumstances = circumstances;
        this.reach = reach;
        this.rails = circumstances.rails();
        this.proposed = proposed;
        this.currency = circumstances.economics().currency();
    }

    /** The proposal as the rails leave it: changed, or dropped by the first that does not let it pass. */
    Candidate lead(Candidate proposal) {
        Candidate candidate = proposal;
        for (OneRail rail : WAY) {
            candidate = rail.lead(this, candidate);
            if (candidate.dropped().isPresent()) {
                break;
            }
        }
        return candidate;
    }

    private Candidate notBesideABlock(Candidate candidate) {
        boolean free = candidate.kind() == Kind.BLOCK_ORDER || !proposed.contains(Kind.BLOCK_ORDER);
        return free ? candidate : candidate.drop(Cause.BLOCKED, Messages.text("dropped.BLOCKED", ""));
    }

    private Candidate quietButForService(Candidate candidate) {
        boolean free = candidate.channels().isEmpty()
                || candidate.kind() == Kind.SERVICE_RECOVERY
                || !proposed.contains(Kind.QUIET);
        return free ? candidate : candidate.drop(Cause.QUIET, Messages.text("dropped.QUIET", ""));
    }

    private Candidate noDiscountAtFullPrice(Candidate candidate) {
        boolean free = candidate.percent() == 0 || !proposed.contains(Kind.NO_DISCOUNT);
        return free ? candidate : candidate.drop(Cause.FULL_PRICE, Messages.text("dropped.FULL_PRICE", ""));
    }

    private Candidate withinTheGreatestDiscount(Candidate candidate) {
        double most = rails.maxDiscount();
        if (candidate.percent() <= most) {
            return candidate;
        }
        Text effect = Messages.text("limit.MAX_DISCOUNT", percent(candidate.percent()), percent(most));
        return candidate.at(most, new Limit(Rail.MAX_DISCOUNT, effect));
    }

    private Candidate aboveTheFloor(Candidate candidate) {
        if (candidate.domain() != Domain.PRICING || candidate.kind() == Kind.NO_DISCOUNT) {
            return candidate;
        }
        Long listed = snapshot.offerListPrice();
        Long cost = snapshot.offerCost();
        String product = snapshot.offerProduct();
        if (listed == null || cost == null || product == null) {
            return candidate.drop(Cause.NO_PRICE, Messages.text("dropped.NO_PRICE", ""));
        }
        long wanted = BigDecimal.valueOf(listed)
                .multiply(HUNDRED.subtract(BigDecimal.valueOf(candidate.percent())))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
        long floor = BigDecimal.valueOf(cost)
                .multiply(BigDecimal.ONE.add(BigDecimal.valueOf(rails.minMargin())))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return offered(candidate, product, listed, wanted, floor);
    }

    private Candidate offered(Candidate candidate, String product, long listed, long wanted, long floor) {
        long offered = Math.max(wanted, floor);
        if (offered >= listed) {
            return candidate.drop(Cause.PRICE_FLOOR, Messages.text("dropped.PRICE_FLOOR", money(floor), money(listed)));
        }
        Candidate priced =
                candidate.priced(new Price(product, new Money(listed, currency), new Money(offered, currency)));
        if (offered == wanted) {
            return priced;
        }
        double left = 100.0 * (listed - offered) / listed;
        return priced.at(
                left, new Limit(Rail.PRICE_FLOOR, Messages.text("limit.PRICE_FLOOR", money(wanted), money(floor))));
    }

    private Candidate worthIt(Candidate candidate) {
        return new Appraisal(circumstances.economics(), snapshot)
                .of(candidate)
                .map(value -> value.net().minor() > 0
                        ? candidate.worth(value)
                        : candidate
                                .worth(value)
                                .drop(
                                        Cause.NOT_WORTH_IT,
                                        Messages.text(
                                                "dropped.NOT_WORTH_IT",
                                                Wording.money(value.gain()),
                                                Wording.money(value.cost()))))
                .orElse(candidate);
    }

    private Text money(long minor) {
        return Wording.money(new Money(minor, currency));
    }

    private Text percent(double value) {
        return Wording.number(value, Unit.PERCENT, currency);
    }
}
