package perennial.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.analytics.metrics.CohortTable;
import perennial.analytics.metrics.Metric;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Window;

/** The shop's nine metrics with the inputs they rest on. */
public interface Metrics {
    /**
     * Works out the metrics of the 13 and of the 52 weeks before the run, and the cohorts, and stores them; done again,
     * it replaces what it had stored. A shop with two years of records knows the year before only just, and one with
     * less does not know it; the quarter before is known after half a year.
     */
    void renew(Run run, Progress progress);

    /** What the run stored, the shortest period first; empty if it stored nothing. */
    Optional<Report> of(Run run);

    /** The metrics of any window, worked out now from all histories; the cohorts are as of its end. */
    Report of(Window window);

    record Report(Instant asOf, List<PeriodMetrics> periods, CohortTable cohorts) {
        public Report {
            periods = List.copyOf(periods);
        }
    }

    /** @param metrics all nine, known or not, in the order of {@link perennial.analytics.metrics.Measure} */
    record PeriodMetrics(Window period, List<Metric> metrics) {
        public PeriodMetrics {
            metrics = List.copyOf(metrics);
        }
    }
}
