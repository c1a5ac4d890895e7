package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import perennial.decisions.jpa.OccasionRows;
import perennial.decisions.model.Background;
import perennial.decisions.model.Base;
import perennial.kernel.Run;
import perennial.profiles.Stages;
import perennial.ruleengine.Economics;
import perennial.ruleengine.RuleBook;

/** The background of live decisions, worked out once for a run, since it reads the whole base, with the rules in force. */
@ApplicationScoped
public class Backgrounds {
    @Inject
    private Stations stations;

    @Inject
    private Stages stages;

    @Inject
    private RuleBooks books;

    @Inject
    private EffectsInForce effects;

    @Inject
    private VersionNames versions;

    @Inject
    private OccasionRows occasions;

    private Optional<Background> latest = Optional.empty();

    /** The first call of a run works it out while the others wait for it. */
    public synchronized Background of(Run run) {
        RuleBook book = books.inForce();
        Background background = latest.filter(known -> known.run().equals(run))
                .map(known -> renewed(known, book))
                .orElseGet(() -> workOut(run, book));
        latest = Optional.of(background);
        return background;
    }

    /**
     * What customers are compared with, beside the catalogue of today; of a run before the latest it is worked out anew, and
     * not kept.
     */
    public Base base(Run run) {
        return isOld(run) ? stations.base(run) : stations.renewed(of(run).base());
    }

    private synchronized boolean isOld(Run run) {
        return latest.filter(known -> known.run().id() > run.id()).isPresent();
    }

    private Background renewed(Background known, RuleBook book) {
        Economics held = effects.economics(known.base().currency());
        return known.rests(book, held) ? known : known.with(book, held, versions.terms(held));
    }

    private Background workOut(Run run, RuleBook book) {
        Base base = stations.base(run);
        Economics held = effects.economics(base.currency());
        return new Background(
                run,
                occasions.isLimited(run),
                book,
                base,
                held,
                stages.placing(run),
                stations.segments(run),
                versions.of(run, book, held));
    }
}
