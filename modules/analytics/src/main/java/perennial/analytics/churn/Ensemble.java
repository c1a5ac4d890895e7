package perennial.analytics.churn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.kernel.Words;

/** The mean of several models' calibrated log-odds. */
record Ensemble(List<Member> members) implements Classifier {

    /** A model with what makes its scores comparable with the others'. */
    record Member(Classifier classifier, Calibrator calibrator) {
        double[] logOdds(double[] scores) {
            double[] odds = calibrator.probabilities(scores);
            for (int i = 0; i < odds.length; i++) {
                double p = Math.min(Math.max(odds[i], 1e-6), 1 - 1e-6);
                odds[i] = Math.log(p / (1 - p));
            }
            return odds;
        }
    }

    static Lesson of(List<Lesson> lessons, Rehearsal rehearsal) {
        boolean[] outcomes = rehearsal.outcomes();
        List<Member> members = lessons.stream()
                .map(lesson -> new Member(lesson.classifier(), Calibrator.choose(lesson.rehearsed(), outcomes)))
                .toList();
        double[] rehearsed = new double[outcomes.length];
        for (int m = 0; m < members.size(); m++) {
            add(members.get(m).logOdds(lessons.get(m).rehearsed()), rehearsed, members.size());
        }
        return new Lesson(
                Learner.ENSEMBLE,
                new Ensemble(members),
                rehearsed,
                new Words(
                        "mean of the calibrated log-odds of: " + names(lessons, true),
                        "以下模型经校准的对数几率的平均：" + names(lessons, false)),
                rehearsal.data().count(),
                Optional.empty());
    }

    private static String names(List<Lesson> lessons, boolean isEnglish) {
        return lessons.stream()
                .map(lesson -> lesson.learner().title())
                .map(title -> isEnglish ? title.english() : title.chinese())
                .collect(Collectors.joining(isEnglish ? ", " : "、"));
    }

    private static void add(double[] part, double[] sum, int parts) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += part[i] / parts;
        }
    }

    @Override
    public double[] scores(double[][] rows) {
        double[] sum = new double[rows.length];
        members.forEach(member -> add(member.logOdds(member.classifier().scores(rows)), sum, members.size()));
        return sum;
    }
}
