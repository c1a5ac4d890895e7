package perennial.churn.model;

import perennial.analytics.churn.Assessment;
import perennial.churn.ChurnScores.ChurnScore;
import perennial.churn.ChurnScores.Reason;
import perennial.kernel.Words;

/** What a model says of a customer, as it is told. */
public final class Scored {
    private Scored() {}

    public static ChurnScore of(Assessment assessment) {
        return new ChurnScore(
                assessment.customer(),
                assessment.probability(),
                assessment.reasons().stream().map(Scored::reason).toList());
    }

    private static Reason reason(perennial.analytics.churn.Reason reason) {
        return new Reason(
                reason.feature().label(),
                reason.value(),
                reason.typical(),
                reason.logOdds(),
                new Words(reason.english(), reason.chinese()));
    }
}
