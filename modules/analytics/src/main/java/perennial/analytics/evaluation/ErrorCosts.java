package perennial.analytics.evaluation;

import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * What the two errors of a prediction cost, in any one unit; only their ratio moves the threshold.
 *
 * @param falseAlarm of treating someone who would not have had the outcome
 * @param missed of leaving alone someone who has it
 */
public record ErrorCosts(double falseAlarm, double missed) {
    public ErrorCosts {
        check("falseAlarm", falseAlarm);
        check("missed", missed);
    }

    private static void check(String field, double cost) {
        if (!(cost > 0 && cost < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(
                    field,
                    cost,
                    new Words("a cost is above 0", "代价须大于 0"),
                    new Words("give 1 to both where neither is worse", "若两者同样糟糕，请都设为 1"));
        }
    }

    /** From this probability on it is cheaper to act (Elkan, The foundations of cost-sensitive learning, IJCAI 2001). */
    public double threshold() {
        return falseAlarm / (falseAlarm + missed);
    }

    /** Of all people of the matrix together. */
    public double of(ConfusionMatrix matrix) {
        return falseAlarm * matrix.falsePositives() + missed * matrix.falseNegatives();
    }
}
