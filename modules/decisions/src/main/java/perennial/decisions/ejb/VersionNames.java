package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import perennial.decisions.model.Background;
import perennial.kernel.Run;
import perennial.ruleengine.Economics;
import perennial.ruleengine.RuleBook;

/** Names all that decisions rest on, so that the same can be decided again. */
@ApplicationScoped
public class VersionNames {
    @Inject
    private Stations stations;

    @Inject
    private TermsKeeping terms;

    Map<String, String> of(Run run, RuleBook book, Economics held) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(Background.RULES, book.version());
        versions.put(Background.TERMS, terms(held));
        versions.put("run", Long.toString(run.id()));
        versions.put("asOf", run.asOf().toString());
        versions.putAll(stations.models(run));
        return versions;
    }

    /** The name of the present guard rails with these effects. */
    String terms(Economics held) {
        return terms.keep(held);
    }
}
