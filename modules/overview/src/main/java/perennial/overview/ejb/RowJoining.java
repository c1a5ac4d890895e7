package perennial.overview.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import perennial.activity.Customers;
import perennial.activity.Customers.Customer;
import perennial.activity.FeatureRows;
import perennial.activity.Histories;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.overview.AtRisk;
import perennial.overview.jpa.CustomerRows.StoredRow;

/** Joins features, stages, segments and scores, a few hundred customers at a time. */
@ApplicationScoped
public class RowJoining {
    private static final int TOGETHER = 500;

    @Inject
    private FeatureRows features;

    @Inject
    private Histories histories;

    @Inject
    private Customers customers;

    @Inject
    private Findings findings;

    /** Receives some joined rows of a run. */
    @FunctionalInterface
    public interface Sink {
        void add(Run run, List<StoredRow> rows);
    }

    public void join(Run run, Progress progress, Sink sink) {
        progress.total(customers.count());
        List<Features> waiting = new ArrayList<>(TOGETHER);
        features.each(run, row -> {
            waiting.add(row.features());
            if (waiting.size() == TOGETHER) {
                flush(run, waiting, progress, sink);
            }
        });
        flush(run, waiting, progress, sink);
    }

    private void flush(Run run, List<Features> waiting, Progress progress, Sink sink) {
        List<CustomerId> ids = waiting.stream().map(Features::customer).toList();
        Findings.Scores scores = findings.of(run, ids);
        Map<CustomerId, Long> decisions = findings.decisionCounts(run, ids);
        Map<CustomerId, Customer> told = customers.of(ids);
        sink.add(
                run,
                waiting.stream()
                        .map(f ->
                                row(f, scores, decisions, SearchWords.of(Optional.ofNullable(told.get(f.customer())))))
                        .toList());
        progress.advance(waiting.size());
        waiting.clear();
    }

    private StoredRow row(Features row, Findings.Scores scores, Map<CustomerId, Long> decisions, Set<String> words) {
        CustomerId id = row.customer();
        return new StoredRow(
                id,
                stage(scores, id),
                Optional.ofNullable(scores.segments().get(id)),
                Optional.ofNullable(scores.churn().get(id)).map(score -> score.probability()),
                Optional.ofNullable(scores.values().get(id)).map(score -> score.probabilityAlive()),
                Optional.ofNullable(scores.values().get(id))
                        .flatMap(score -> score.expectedValue())
                        .map(Money::minor),
                atRisk(scores, id),
                (long) row.orElse(Feature.ORDERS, 0),
                Math.round(row.orElse(Feature.SPEND, 0)
                        * Math.pow(10, histories.fold().settings().fractionDigits())),
                row.get(Feature.RECENCY),
                decisions.getOrDefault(id, 0L),
                words);
    }

    private static Optional<AtRisk> atRisk(Findings.Scores scores, CustomerId id) {
        return Optional.ofNullable(scores.churn().get(id))
                .flatMap(risk -> Optional.ofNullable(scores.values().get(id))
                        .flatMap(value -> value.expectedValue()
                                .map(expected -> AtRisk.of(risk.probability(), expected, value.estimate()))));
    }

    private static Stage stage(Findings.Scores scores, CustomerId id) {
        return Optional.ofNullable(scores.stages().get(id))
                .map(row -> row.placement().stage())
                .orElseThrow(() -> new IllegalStateException("the run placed customer " + id + " in no stage"));
    }
}
