package perennial.churn.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.churn.LearningSet;
import perennial.analytics.churn.Recipe;
import perennial.analytics.churn.RecipeSearch;
import perennial.analytics.churn.RecipeSearch.Trial;
import perennial.churn.ChurnModels.Cause;
import perennial.churn.ChurnModels.Search;
import perennial.churn.jpa.SearchRows.Sought;
import perennial.churn.model.Due;
import perennial.kernel.Run;

/**
 * Looks for the settings of the models, apart from training them: what time is left over in one run is not, the next run
 * goes on with, on what was known when the search began.
 */
@ApplicationScoped
public class Searching {
    @Inject
    private Archive archive;

    @Inject
    private Learning learning;

    @Inject
    private ChurnLimits limits;

    private final Clock clock = Clock.systemUTC();

    /** Why this run begins a search; empty where it does not. */
    public Optional<Cause> due(Run run, Optional<Run> before) {
        Optional<Search> last = archive.searches().last(run).map(this::told);
        if (last.filter(search -> !search.complete()).isPresent()) {
            return Optional.empty();
        }
        Map<String, Double> drift = before.map(archive.pictures()::drift).orElse(Map.of());
        return Due.of(last, archive.searches().isAsked(), drift, run.asOf(), limits.terms());
    }

    public Search told(Sought sought) {
        return new Search(
                sought.run().id(),
                sought.run().asOf(),
                sought.cause(),
                sought.complete(),
                archive.searches().trials(sought.run()).stream()
                        .map(Searching::told)
                        .toList());
    }

    private static perennial.churn.ChurnModels.Trial told(Trial trial) {
        return new perennial.churn.ChurnModels.Trial(
                trial.recipe().name(),
                trial.recipe().learner().label(),
                trial.recipe().settings(),
                trial.auc(),
                trial.logLoss(),
                trial.judged());
    }

    /**
     * The recipes to train by, after a search where one is due or goes on; a shop with too little data waits for its
     * first one.
     *
     * @param set of the run
     */
    public List<Recipe> recipes(Run run, LearningSet set, Optional<Cause> cause) {
        cause.filter(why -> RecipeSearch.over(set, Learning.SEED).isPresent()).ifPresent(why -> {
            archive.searches().begin(run, why);
            archive.searches().answer();
        });
        archive.searches().last(run).filter(search -> !search.complete()).ifPresent(search -> goOn(search, set));
        return RecipeSearch.best(archive.searches()
                .last(run)
                .map(search -> archive.searches().trials(search.run()))
                .orElse(List.of()));
    }

    private void goOn(Sought search, LearningSet ofRun) {
        LearningSet set = search.run().asOf().equals(ofRun.asOf())
                ? ofRun
                : learning.set(
                        ofRun.definition(),
                        search.run().asOf(),
                        learning.purchases(search.run().asOf()));
        Optional<RecipeSearch> sought = RecipeSearch.over(set, Learning.SEED);
        Instant end = clock.instant().plus(limits.budget());
        List<Recipe> open = RecipeSearch.open(archive.searches().trials(search.run()));
        int tried = 0;
        while (sought.isPresent()
                && tried < open.size()
                && (tried == 0 || clock.instant().isBefore(end))) {
            archive.searches().add(search.run(), sought.get().tried(open.get(tried)));
            tried++;
        }
        if (sought.isEmpty() || tried == open.size()) {
            archive.searches().complete(search.run());
        }
    }
}
