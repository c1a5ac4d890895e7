package perennial.overview.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.analytics.lifecycle.Stage;
import perennial.churn.ChurnScores;
import perennial.churn.ChurnScores.ChurnScore;
import perennial.decisions.Alarms;
import perennial.decisions.Alarms.Alarm;
import perennial.decisions.Decisions;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.LiveDecisions;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.overview.Overview.SegmentName;
import perennial.overview.Portraits.SegmentMove;
import perennial.profiles.Stages;
import perennial.profiles.Stages.StageChange;
import perennial.profiles.Stages.StageRow;
import perennial.segmentation.SegmentMoves;
import perennial.segmentation.SegmentMoves.Move;
import perennial.segmentation.Segments;
import perennial.value.ValueScores;
import perennial.value.ValueScores.ValueScore;

/** What the stations of a run found, asked in one place. */
@ApplicationScoped
public class Findings {
    private static final int LATEST = 50;

    @Inject
    private Stages stages;

    @Inject
    private ValueScores value;

    @Inject
    private Segments segments;

    @Inject
    private SegmentMoves moves;

    @Inject
    private ChurnScores churn;

    @Inject
    private Decisions decisions;

    @Inject
    private LiveDecisions live;

    @Inject
    private Alarms alarms;

    public Map<Stage, Long> stages(Run run) {
        return stages.counts(run);
    }

    public Map<String, Long> decisions(Run run) {
        return decisions.counts(run);
    }

    public Optional<Money> base(Run run) {
        return value.model(run).base();
    }

    /** Another number after the run's customers were put into other segments. */
    public long placing(Run run) {
        return segments.placing(run);
    }

    public Map<String, SegmentName> segmentNames(Run run) {
        return segments.segmentation(run).segments().stream()
                .map(segment -> new SegmentName(segment.id(), segment.name()))
                .collect(Collectors.toMap(SegmentName::id, Function.identity()));
    }

    /** All that the run says of some customers. */
    public Scores of(Run run, Collection<CustomerId> customers) {
        return new Scores(
                stages.of(run, customers),
                value.of(run, customers),
                segments.of(run, customers),
                churn.of(run, customers));
    }

    /** Those of the run, then those of occasions, the newest first. */
    public List<Decision> decisions(Optional<Run> run, CustomerId customer) {
        Stream<Decision> weekly = run.stream().flatMap(r -> decisions.of(r, customer).stream());
        return Stream.concat(weekly, live.latest(customer, LATEST).stream()).toList();
    }

    public List<Alarm> alarms(CustomerId customer) {
        return alarms.latest(customer, LATEST);
    }

    public Map<CustomerId, Long> decisionCounts(Run run, Collection<CustomerId> customers) {
        return decisions.counts(run, customers);
    }

    public List<StageChange> stageHistory(CustomerId customer) {
        return stages.history(customer);
    }

    public List<SegmentMove> segmentHistory(Run run, CustomerId customer) {
        List<Move> path = moves.path(run, customer);
        Map<String, Words> names = segments.names(
                path.stream().flatMap(move -> Stream.of(move.from(), move.to())).toList());
        return path.stream()
                .map(move -> new SegmentMove(move, called(names, move.from()), called(names, move.to())))
                .toList();
    }

    private static Words called(Map<String, Words> names, String id) {
        return names.getOrDefault(id, new Words(id, id));
    }

    public record Scores(
            Map<CustomerId, StageRow> stages,
            Map<CustomerId, ValueScore> values,
            Map<CustomerId, String> segments,
            Map<CustomerId, ChurnScore> churn) {}
}
