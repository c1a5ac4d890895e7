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

/** The background of live decisions, worked out once for a run and a version of the rules: it reads the whole base. */
@ApplicationScoped
public class Backgrounds {
    @Inject
    private Stations stations;

    @Inject
    private Stages stages;

    @Inject
    private RuleBooks books;

    private Optional<Background> latest = Optional.empty();

    /** The first call of a run works it out while the others wait for it. */
    public synchronized Background of(Run run) {
        String rules = books.inForce().version();
        Background background = latest.filter(known ->
                        known.run().equals(run) && known.book().version().equals(rules))
                .orElseGet(() -> workOut(run));
        latest = Optional.of(background);
        return background;
    }

    private Background workOut(Run run) {
        RuleBook book = books.inForce();
        Base base = stations.base(run);
        return new Background(
                run,
                book,
                base,
                stages.placing(run),
                stations.segments(run),
                versions(run, book, stations.models(run)));
    }

    static Map<String, String> versions(Run run, RuleBook book, Map<String, String> models) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("rules", book.version());
        versions.put("run", Long.toString(run.id()));
        versions.put("asOf", run.asOf().toString());
        versions.putAll(models);
        return versions;
    }
}
