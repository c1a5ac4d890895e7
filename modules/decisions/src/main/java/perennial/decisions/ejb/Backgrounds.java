package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import perennial.decisions.model.Background;
import perennial.decisions.model.Base;
import perennial.kernel.Run;
import perennial.profiles.Stages;
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

    private Optional<Background> latest = Optional.empty();

    /** The first call of a run works it out while the others wait for it. */
    public synchronized Background of(Run run) {
        RuleBook book = books.inForce();
        Background background = latest.filter(known -> known.run().equals(run))
                .map(known -> known.with(book, effects.economics(known.base().currency())))
                .orElseGet(() -> workOut(run, book));
        latest = Optional.of(background);
        return background;
    }

    private Background workOut(Run run, RuleBook book) {
        Base base = stations.base(run);
        return new Background(
                run,
                book,
                base,
                effects.economics(base.currency()),
                stages.placing(run),
                stations.segments(run),
                versions(run, book, stations.models(run)));
    }

    static Map<String, String> versions(Run run, RuleBook book, Map<String, String> models) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(Background.RULES, book.version());
        versions.put("run", Long.toString(run.id()));
        versions.put("asOf", run.asOf().toString());
        versions.putAll(models);
        return versions;
    }
}
