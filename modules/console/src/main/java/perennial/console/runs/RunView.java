package perennial.console.runs;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.analytics.language.Phrases;
import perennial.pipeline.Runs.RunReport;
import perennial.pipeline.Runs.Status;
import perennial.pipeline.Runs.StepReport;

/**
 * A run as the page shows it.
 *
 * @param state the status in words
 * @param took how long it has lasted; blank before it began
 * @param failure why it failed; null unless it did
 */
public record RunView(
        long id,
        Status status,
        String state,
        Instant asOf,
        Instant created,
        String took,
        @Nullable String failure,
        List<StepView> steps) {
    private static final Phrases PHRASES = Phrases.beside(RunView.class, "phrases");

    static RunView of(RunReport run, Locale locale) {
        return new RunView(
                run.id(),
                run.status(),
                phrase(locale, "status." + label(run.status())),
                run.asOf(),
                run.created(),
                took(run.started(), run.finished(), locale),
                run.failure().map(words -> words.in(locale)).orElse(null),
                run.steps().stream().map(step -> StepView.of(step, locale)).toList());
    }

    public boolean goesOn() {
        return status == Status.QUEUED || status == Status.RUNNING;
    }

    /** The class of its tag. */
    public String tag() {
        return label(status);
    }

    static String phrase(Locale locale, String key) {
        return PHRASES.get(locale, key);
    }

    private static String label(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String took(Optional<Instant> started, Optional<Instant> finished, Locale locale) {
        return started.flatMap(from -> finished.map(to -> Duration.between(from, to)))
                .map(duration -> words(duration.toSeconds(), locale))
                .orElse("");
    }

    static String words(long seconds, Locale locale) {
        if (seconds < 60) {
            return PHRASES.format(locale, "seconds", seconds);
        }
        return seconds < 3600
                ? PHRASES.format(locale, "minutes", seconds / 60, seconds % 60)
                : PHRASES.format(locale, "hours", seconds / 3600, seconds % 3600 / 60);
    }

    /**
     * A step.
     *
     * @param value of the bar; null while it can't be told, which shows as a bar in motion
     * @param count what was done of how much
     * @param rate in a second
     * @param left time at that rate
     */
    public record StepView(
            String name,
            Status status,
            String state,
            @Nullable Double value,
            String count,
            String rate,
            String left) {

        static StepView of(StepReport step, Locale locale) {
            NumberFormat whole = NumberFormat.getIntegerInstance(locale);
            String done = whole.format(step.done());
            boolean running = step.status() == Status.RUNNING;
            return new StepView(
                    phrase(locale, "step." + step.station().label()),
                    step.status(),
                    phrase(locale, "status." + label(step.status())),
                    value(step),
                    step.total()
                            .map(total -> PHRASES.format(locale, "of", done, whole.format(total)))
                            .orElse(step.done() > 0 ? done : ""),
                    step.rate()
                            .filter(rate -> rate >= 1)
                            .map(rate -> PHRASES.format(locale, "rate", whole.format(rate)))
                            .orElse(""),
                    step.secondsLeft()
                            .filter(seconds -> running)
                            .map(seconds -> words((long) Math.ceil(seconds), locale))
                            .orElse(""));
        }

        private static @Nullable Double value(StepReport step) {
            return switch (step.status()) {
                case COMPLETED -> Double.valueOf(1);
                case QUEUED -> Double.valueOf(0);
                case RUNNING, FAILED ->
                    step.total()
                            .filter(total -> total > 0)
                            .map(total -> (double) step.done() / total)
                            .orElse(step.status() == Status.FAILED ? Double.valueOf(0) : null);
            };
        }

        public String tag() {
            return label(status);
        }
    }
}
