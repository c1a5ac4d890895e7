package perennial.analytics.churn;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.analytics.evaluation.Auc;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.evaluation.ClassificationReport;
import perennial.analytics.evaluation.ThresholdCurves;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** One study of a table, from its columns to its models. The test part is looked at once, at the end. */
final class Studying {
    /** So much more AUC in rehearsal a model must have to be preferred to a plainer one. */
    private static final double MARGIN = 0.002;

    private static final double THRESHOLD = 0.5;

    /** So few rows are learned sooner by one thread a model and several models at once than by threads that wait. */
    private static final int MANY = 20_000;

    private final PreparedTable table;
    private final ChurnStudy.Settings settings;
    private final Effort effort;
    private final Rehearsal rehearsal;

    Studying(PreparedTable table, ChurnStudy.Settings settings, InstantSource clock, Consumer<Words> told) {
        this.table = table;
        this.settings = settings;
        int threads =
                table.training().count() <= MANY ? 1 : Runtime.getRuntime().availableProcessors();
        this.effort = new Effort(settings.budget(), clock, threads, settings.seed(), told);
        this.rehearsal = Rehearsal.of(table.training(), settings.seed());
    }

    ChurnStudy studied() {
        List<ChurnStudy.LeftOut> leftOut = new ArrayList<>();
        List<Lesson> lessons = lessons(leftOut);
        Learner chosen = settings.learner().orElseGet(() -> best(lessons));
        return new ChurnStudy(
                table.target(),
                table.columns().stream().map(ReadColumn::treatment).toList(),
                part(table.training()),
                part(table.test()),
                settings,
                chosen,
                judged(lessons, chosen),
                leftOut);
    }

    private static ChurnStudy.Part part(Observations of) {
        return new ChurnStudy.Part(of.count(), positives(of.outcomes()));
    }

    private static int positives(boolean[] outcomes) {
        int positives = 0;
        for (boolean outcome : outcomes) {
            positives += outcome ? 1 : 0;
        }
        return positives;
    }

    private List<Lesson> lessons(List<ChurnStudy.LeftOut> leftOut) {
        Lessons lessons = new Lessons(rehearsal, effort);
        List<Learner> wanted = wanted();
        Optional<String> noXgboost = BoostedTrees.unavailable();
        List<Lesson> learned = new ArrayList<>();
        for (Learner learner : wanted) {
            if (learner == Learner.ENSEMBLE) {
                continue;
            }
            if (noXgboost.isPresent() && lessons.needsXgboost(learner)) {
                leftOut.add(new ChurnStudy.LeftOut(learner, reason(noXgboost.get())));
            } else {
                learned.add(lessons.lesson(learner));
            }
        }
        if (wanted.contains(Learner.ENSEMBLE)) {
            learned.add(Ensemble.of(members(learned), rehearsal));
        }
        if (settings.learner().isPresent()
                && learned.stream()
                        .noneMatch(
                                lesson -> lesson.learner() == settings.learner().get())) {
            throw new InvalidInputException(
                    "model",
                    settings.learner().get().label(),
                    reason(noXgboost.orElse("")),
                    new Words("take another model", "请换用其他模型"));
        }
        return learned;
    }

    private static Words reason(String told) {
        return new Words("it can't run here: " + told, "它在此无法运行：“" + told + "”");
    }

    /** One that is asked for comes with the logistic regression to compare it with. */
    private List<Learner> wanted() {
        return settings.learner()
                .filter(learner -> learner != Learner.ENSEMBLE)
                .map(learner -> learner == Learner.LOGISTIC ? List.of(learner) : List.of(Learner.LOGISTIC, learner))
                .orElseGet(() -> List.of(Learner.values()));
    }

    /** A single tree and a support vector machine would only drag the others down. */
    private static List<Lesson> members(List<Lesson> lessons) {
        return lessons.stream()
                .filter(lesson -> lesson.learner() != Learner.TREE && lesson.learner() != Learner.SVM)
                .toList();
    }

    /** By the AUC in rehearsal; the plainest of those that are about as good. */
    private Learner best(List<Lesson> lessons) {
        Lesson best = lessons.get(0);
        for (Lesson lesson : lessons) {
            if (auc(lesson) > auc(best) + MARGIN) {
                best = lesson;
            }
        }
        return best.learner();
    }

    private double auc(Lesson lesson) {
        return Auc.of(lesson.rehearsed(), rehearsal.outcomes()).value();
    }

    private List<ChurnStudy.Judged> judged(List<Lesson> lessons, Learner chosen) {
        Shuffling shuffling = new Shuffling(
                table.encoding().parts().stream()
                        .map(part -> new Shuffling.Block(part.source().name(), part.from(), part.width()))
                        .toList(),
                table.test(),
                settings.seed());
        return lessons.stream()
                .sorted(Comparator.comparing((Lesson lesson) -> lesson.learner() != chosen)
                        .thenComparing(lesson -> -auc(lesson)))
                .map(lesson -> judged(lesson, shuffling))
                .toList();
    }

    private ChurnStudy.Judged judged(Lesson lesson, Shuffling shuffling) {
        Observations test = table.test();
        effort.tell(lesson.learner().title());
        Calibrator calibrator = Calibrator.choose(lesson.rehearsed(), rehearsal.outcomes());
        double[] probabilities = calibrator.probabilities(lesson.classifier().scores(test.rows()));
        ClassificationQuality quality = ClassificationQuality.of(probabilities, test.outcomes(), THRESHOLD);
        return new ChurnStudy.Judged(
                lesson.learner(),
                lesson.settings(),
                lesson.rows(),
                calibrator.title(),
                auc(lesson),
                quality,
                ClassificationReport.of(quality.confusion()),
                ThresholdCurves.of(probabilities, test.outcomes()),
                shuffling.importances(lesson.classifier()),
                lesson.tree());
    }
}
