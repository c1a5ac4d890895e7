package perennial.crmapi.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.CreatedAnswer;
import perennial.kernel.Words;
import perennial.pipeline.Runs;

/** @param status queued, running, completed or failed */
public record RunView(
        long id,
        String status,
        Instant asOf,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant finished,
        @Nullable String failure,
        @Nullable String failureZh,
        List<StepView> steps)
        implements CreatedAnswer.Numbered {

    static RunView of(Runs.RunReport run) {
        return new RunView(
                run.id(),
                label(run.status()),
                run.asOf(),
                run.created(),
                run.started().orElse(null),
                run.finished().orElse(null),
                run.failure().map(Words::english).orElse(null),
                run.failure().map(Words::chinese).orElse(null),
                run.steps().stream().map(StepView::of).toList());
    }

    private static String label(Runs.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param rate done in a second
     * @param secondsLeft at that rate
     */
    public record StepView(
            String name,
            String status,
            long done,
            @Nullable Long total,
            @Nullable Double rate,
            @Nullable Double secondsLeft) {
        static StepView of(Runs.StepReport step) {
            return new StepView(
                    step.station().label(),
                    label(step.status()),
                    step.done(),
                    step.total().orElse(null),
                    step.rate().orElse(null),
                    step.secondsLeft().orElse(null));
        }
    }
}
