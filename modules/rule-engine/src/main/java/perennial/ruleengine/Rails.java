package perennial.ruleengine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import perennial.kernel.Money;
import perennial.ruleengine.Candidate.Price;
import perennial.ruleengine.ContactHistory.Contact;
import perennial.ruleengine.Decision.Limit;
import perennial.ruleengine.Decision.Rail;
import perennial.ruleengine.Dropped.Cause;
import perennial.ruleengine.GuardRails.Cap;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Domain;
import perennial.rules.Kind;
import perennial.rules.Text;
import perennial.rules.Unit;

/** Leads the proposals for one customer through the guard rails, one rail after the other. */
final class Rails {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String WEEKLY = "WEEKLY";
    private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);
    private static final List<OneRail> WAY = List.of(
            Rails::notBesideABlock,
            Rails::quietButForService,
            Rails::noDiscountAtFullPrice,
            Rails::withinTheGreatestDiscount,
            Rails::aboveTheFloor,
            Rails::withConsent,
            Rails::withinTheCaps,
            Rails::worthIt);

    private final CustomerSnapshot snapshot;
    private final Circumstances circumstances;
    private final GuardRails rails;
    private final List<Contact> past;
    private final Set<Kind> proposed;
    private final Currency currency;

    private interface OneRail {
        Candidate lead(Rails rails, Candidate candidate);
    }

    /**
     * @param past how the customer was reached before
     * @param proposed every kind that a rule proposed for this customer
     */
    Rails(CustomerSnapshot snapshot, Circumstances circumstances, List<Contact> past, Set<Kind> proposed) {
        this.snapshot = snapshot;
        this.circumstances = circumstances;
        this.past = past;
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
        boolean free = candidate.kind() == Kind.BLOCK_ORDER
                || candidate.transactional()
                || !proposed.contains(Kind.BLOCK_ORDER);
        return free ? candidate : candidate.drop(Cause.BLOCKED, Messages.text("dropped.BLOCKED", ""));
    }

    private Candidate quietButForService(Candidate candidate) {
        boolean free = candidate.channels().isEmpty()
                || candidate.kind() == Kind.SERVICE_RECOVERY
                || candidate.transactional()
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

    private Candidate withConsent(Candidate candidate) {
        boolean free = candidate.channels().isEmpty() || candidate.transactional();
        for (Channel channel : candidate.channels()) {
            free |= agreed(channel);
        }
        return free ? candidate : candidate.drop(Cause.NO_CONSENT, Messages.text("dropped.NO_CONSENT", ""));
    }

    private Candidate withinTheCaps(Candidate candidate) {
        if (candidate.channels().isEmpty()) {
            return candidate;
        }
        if (candidate.transactional()) {
            return told(candidate);
        }
        boolean waits = false;
        for (Channel channel : candidate.channels()) {
            if (agreed(channel) && free(channel)) {
                if (!quiet(channel)) {
                    return via(candidate, channel);
                }
                waits = true;
            }
        }
        Cause cause = waits ? Cause.QUIET_HOURS : Cause.CONTACT_CAP;
        return candidate.drop(cause, Messages.text("dropped." + cause, ""));
    }

    /** Whoever waits to hear of their own business hears of it; by what rings only who agreed to it, and not at night. */
    private Candidate told(Candidate notice) {
        return notice.channels().stream()
                .filter(channel -> !channel.rings() || (agreed(channel) && !quiet(channel)))
                .findFirst()
                .map(channel -> via(notice, channel))
                .orElseThrow(() -> new IllegalStateException("the guard lets no notice pass without a silent channel"));
    }

    private static Candidate via(Candidate candidate, Channel channel) {
        Candidate reached = candidate.via(channel);
        Channel preferred = candidate.channels().get(0);
        return channel == preferred
                ? reached
                : reached.limited(new Limit(
                        Rail.OTHER_CHANNEL, Messages.text("limit.OTHER_CHANNEL", channel.label(), preferred.label())));
    }

    private boolean agreed(Channel channel) {
        return snapshot.consent(channel).orElse(false);
    }

    /** What the weekly run decides is sent by the receiver, at an hour of theirs. */
    private boolean quiet(Channel channel) {
        return !snapshot.moment().equals(WEEKLY) && rails.quiet(channel, circumstances.now());
    }

    private boolean free(Channel channel) {
        Cap cap = rails.caps().get(channel);
        return cap != null
                && contacts(cap, Set.of(channel)) < cap.contacts()
                && contacts(rails.allChannels(), ALL) < rails.allChannels().contacts();
    }

    /** A contact exactly one window ago no longer counts. */
    private int contacts(Cap cap, Set<Channel> channels) {
        if (past.isEmpty()) {
            return 0;
        }
        Instant since = circumstances.now().minus(cap.window());
        int contacts = 0;
        for (Contact contact : past) {
            contacts += channels.contains(contact.channel()) && contact.at().isAfter(since) ? 1 : 0;
        }
        return contacts;
    }

    private Candidate worthIt(Candidate candidate) {
        if (candidate.transactional()) {
            return candidate;
        }
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
