package perennial.crmapi.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import perennial.activity.Imports;
import perennial.decisions.Decisions;
import perennial.overview.Overview;
import perennial.pipeline.Runs;
import perennial.webhooks.Webhooks;

/**
 * What {@code /metrics} tells of the installation itself. The figures are asked for four times a minute and not by who
 * reads them, so that they cost the same however often they are read, and are there while the database is not.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Gauges {
    private static final Logger LOG = System.getLogger(Gauges.class.getName());
    private static final int LATEST = 20;

    @Inject
    private MetricRegistry registry;

    @Inject
    private Runs runs;

    @Inject
    private Imports imports;

    @Inject
    private Overview overview;

    @Inject
    private Decisions decisions;

    @Inject
    private Webhooks webhooks;

    private final Map<String, Double> figures = new ConcurrentHashMap<>();

    @PostConstruct
    void begin() {
        renew();
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void renew() {
        try {
            Map<Runs.Status, Long> ended = runs.counts();
            for (Runs.Status status : Runs.Status.values()) {
                show("perennial_runs", "status", status.name(), ended.getOrDefault(status, 0L));
            }
            runs.latest(LATEST).stream()
                    .filter(run -> run.status() == Runs.Status.COMPLETED)
                    .findFirst()
                    .ifPresent(run -> show("perennial_last_run_seconds", seconds(run)));
            Imports.Totals totals = imports.totals();
            for (Imports.State state : Imports.State.values()) {
                show("perennial_imports", "state", state.name(), totals.files().getOrDefault(state, 0L));
            }
            show("perennial_import_lines", (double) totals.lines());
            show("perennial_import_lines_set_apart", (double) totals.setApart());
            overview.inForce()
                    .map(decisions::counts)
                    .ifPresent(counts ->
                            counts.forEach((kind, count) -> show("perennial_decisions", "kind", kind, count)));
            show("perennial_outbox_events", (double) webhooks.backlog().events());
        } catch (RuntimeException e) {
            // A timer that throws is cancelled for ever; readiness tells of a database that is away.
            LOG.log(Level.DEBUG, "the figures could not be renewed", e);
        }
    }

    private static double seconds(Runs.RunReport run) {
        return run.started()
                .flatMap(from ->
                        run.finished().map(to -> Duration.between(from, to).toMillis() / 1000.0))
                .orElse(Double.NaN);
    }

    private void show(String name, String tag, String value, double figure) {
        String label = value.toLowerCase(Locale.ROOT);
        show(name, name + "/" + label, figure, new Tag(tag, label));
    }

    private void show(String name, double figure) {
        show(name, name, figure);
    }

    private void show(String name, String key, double figure, Tag... tags) {
        if (figures.put(key, figure) == null) {
            registry.gauge(name, () -> figures.getOrDefault(key, Double.NaN), tags);
        }
    }
}
