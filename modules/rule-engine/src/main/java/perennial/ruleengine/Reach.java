package perennial.ruleengine;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import perennial.ruleengine.ContactHistory.Contact;
import perennial.ruleengine.Decision.Limit;
import perennial.ruleengine.Decision.Rail;
import perennial.ruleengine.Dropped.Cause;
import perennial.ruleengine.GuardRails.Cap;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;

/** By which channels one customer may be reached: with what wins customers, and with a message of their own business. */
final class Reach {
    private static final String WEEKLY = "WEEKLY";
    private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);

    private final CustomerSnapshot snapshot;
    private final Instant now;
    private final GuardRails rails;
    private final List<Contact> past;

    /** @param past how the customer was reached before */
    Reach(CustomerSnapshot snapshot, Circumstances circumstances, List<Contact> past) {
        this.snapshot = snapshot;
        this.now = circumstances.now();
        this.rails = circumstances.rails();
        this.past = past;
    }

    Candidate withConsent(Candidate candidate) {
        boolean free = candidate.channels().isEmpty();
        for (Channel channel : candidate.channels()) {
            free |= agreed(channel);
        }
        return free ? candidate : candidate.drop(Cause.NO_CONSENT, Messages.text("dropped.NO_CONSENT", ""));
    }

    Candidate withinTheCaps(Candidate candidate) {
        if (candidate.channels().isEmpty()) {
            return candidate;
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
    Candidate told(Candidate notice) {
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
        return !snapshot.moment().equals(WEEKLY) && rails.quiet(channel, now);
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
        Instant since = now.minus(cap.window());
        int contacts = 0;
        for (Contact contact : past) {
            contacts += channels.contains(contact.channel()) && contact.at().isAfter(since) ? 1 : 0;
        }
        return contacts;
    }
}
