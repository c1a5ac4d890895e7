package perennial.pipeline.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import perennial.activity.FeatureRows;
import perennial.churn.ChurnScores;
import perennial.decisions.Decisions;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.metrics.Metrics;
import perennial.overview.Overview;
import perennial.pipeline.Station;
import perennial.profiles.Stages;
import perennial.segmentation.Segments;
import perennial.value.ValueModels;
import perennial.value.ValueScores;

/** Who does the work of each station. The fields are the stations, hence their number. */
@ApplicationScoped
public class Work {
    @Inject
    private FeatureRows features;

    @Inject
    private Stages stages;

    @Inject
    private ValueModels valueModels;

    @Inject
    private ValueScores value;

    @Inject
    private Segments segments;

    @Inject
    private ChurnScores churn;

    @Inject
    private Metrics metrics;

    @Inject
    private Decisions decisions;

    @Inject
    private Overview overview;

    public void at(Station station, Run run, Optional<Run> before, Progress progress) {
        switch (station) {
            case FEATURES -> features.renew(run, progress);
            case STAGES -> stages.renew(run, before, progress);
            case VALUE_CHOICE -> valueModels.review(run, progress);
            case VALUE -> value.renew(run, progress);
            case SEGMENTS -> segments.renew(run, before, progress);
            case CHURN -> churn.renew(run, before, progress);
            case METRICS -> metrics.renew(run, progress);
            case DECISIONS -> decisions.renew(run, progress);
            case OVERVIEW -> overview.renew(run, progress);
        }
    }
}
