package perennial.churn;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.evaluation.Interval;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Run;
import perennial.kernel.Words;

/**
 * The churn models that runs trained. One takes over from the model in force only if it beats it on the same later time
 * by a margin; who doubts it can put an earlier one back.
 */
public interface ChurnModels {
    /** All that were ever trained, with their cards, the newest first. */
    List<Version> versions(Run inForce);

    /**
     * Has the next run score by a model that was in force before. That run's own model can take over from it again, by
     * the same margin.
     *
     * @param version the run that trained it
     * @throws UnknownChurnVersionException if no run in force or before it trained one of that number
     * @throws ConflictException if that one gives the next scores anyhow, never was in force, is no longer kept, or a run
     *     is at work
     */
    void putBack(Run inForce, long version, Remark remark);

    /** The last search for settings that a run up to this one began; empty if there was none. */
    Optional<Search> search(Run inForce);

    /** Has the next run search for settings anew. */
    void askForSearch(String actor);

    /** @param text why, in the person's words; may be empty */
    record Remark(String actor, String text) {
        public static final int LONGEST = 500;

        public Remark {
            text = text.strip();
            if (text.length() > LONGEST) {
                throw new InvalidInputException(
                        "comment",
                        text.length() + " characters",
                        new Words("it is longer than " + LONGEST + " characters", "超过 " + LONGEST + " 个字符"),
                        new Words("shorten it", "请缩短"));
            }
        }
    }

    /**
     * @param run that trained it: its number
     * @param isKept whether it can still be read, and so put back
     * @param last what a person or a run decided about it last; empty for one that never took over
     */
    record Version(long run, Instant asOf, Card card, State state, boolean isKept, Optional<Deed> last) {
        public boolean canBePutBack() {
            return isKept && state == State.EARLIER;
        }
    }

    enum State {
        /** It gave the run in force its scores and gives the next run's, unless a better one comes. */
        IN_FORCE,
        /** It gives the next run's scores, unless a better one comes, but did not give those shown now. */
        NEXT,
        /** It gave scores once, those shown now perhaps, but does not give the next ones. */
        EARLIER,
        /** It never took over. */
        BEATEN
    }

    /** @param why of the person; empty of a run */
    record Deed(Kind kind, Instant at, String actor, String why) {
        public enum Kind {
            TOOK_OVER,
            PUT_BACK
        }
    }

    /**
     * All that it takes to trust a model, to doubt it, and to train it again.
     *
     * @param kind as {@code logistic regression}
     * @param settings how it learned, in words
     * @param training from the earliest cut to the end of the latest label that it learned from
     * @param judged the later time that it was judged on
     * @param trainingRows customers at cuts; {@code trainingLeft} of them those who left
     * @param features labels, of those in use
     * @param idleFeatures labels of those that were the same, or unknown, for everybody
     * @param calibration how its scores become probabilities
     * @param libraries versions of what computed it, by name
     * @param measures on the time that it was judged on, by model: it first, the others that were trained, the baselines
     * @param tookOver whether it took over when it was trained; {@code why} is told in either case
     */
    record Card(
            String kind,
            Words settings,
            int horizonDays,
            Span training,
            Span judged,
            long trainingRows,
            long trainingLeft,
            List<String> features,
            List<String> idleFeatures,
            String calibration,
            long seed,
            Map<String, String> libraries,
            Map<String, Map<String, Double>> measures,
            boolean tookOver,
            Words why) {
        public Card {
            features = List.copyOf(features);
            idleFeatures = List.copyOf(idleFeatures);
            libraries = Map.copyOf(libraries);
            measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        }
    }

    record Span(Instant from, Instant to) {}

    /**
     * A search for the settings of the models, by cross-validation that keeps to time.
     *
     * @param run in which it began, as of {@code at}: all its trials are on what was known then
     * @param complete whether all has been tried; if not, the next run goes on
     */
    record Search(long run, Instant at, Cause cause, boolean complete, List<Trial> trials) {
        public Search {
            trials = List.copyOf(trials);
        }
    }

    enum Cause {
        FIRST,
        DEMAND,
        AGE,
        DRIFT
    }

    /** @param recipe as {@code BOOSTED_3} */
    record Trial(String recipe, String learner, Words settings, Interval auc, double logLoss, int judged) {}
}
