package perennial.crmapi.churn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import perennial.churn.ChurnModels.Search;
import perennial.churn.ChurnModels.Trial;

/**
 * @param run in which it began
 * @param asOf the instant that all trials are as of
 * @param cause first, demand, age or drift
 * @param complete whether all has been tried; if not, the next run goes on
 */
public record ChurnSearchView(long run, Instant asOf, String cause, boolean complete, List<ChurnTrialView> trials) {
    static ChurnSearchView of(Search search) {
        return new ChurnSearchView(
                search.run(),
                search.at(),
                search.cause().name().toLowerCase(Locale.ROOT),
                search.complete(),
                search.trials().stream().map(ChurnTrialView::of).toList());
    }

    /** @param judged customers at cuts */
    public record ChurnTrialView(
            String recipe,
            String learner,
            String settings,
            String settingsZh,
            double auc,
            double aucLower,
            double aucUpper,
            double logLoss,
            int judged) {
        static ChurnTrialView of(Trial trial) {
            return new ChurnTrialView(
                    trial.recipe(),
                    trial.learner(),
                    trial.settings().english(),
                    trial.settings().chinese(),
                    trial.auc().value(),
                    trial.auc().low(),
                    trial.auc().high(),
                    trial.logLoss(),
                    trial.judged());
        }
    }
}
