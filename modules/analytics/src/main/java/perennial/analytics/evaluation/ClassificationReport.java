package perennial.analytics.evaluation;

import java.util.OptionalDouble;

/**
 * What a confusion matrix says of each outcome, and of both together. Every figure follows from its four counts; one
 * whose denominator is zero is absent, and so are the means that it enters.
 *
 * @param macro the plain mean of both outcomes
 * @param weighted their mean weighed by how many have them
 */
public record ClassificationReport(Line negative, Line positive, OptionalDouble accuracy, Line macro, Line weighted) {

    /** @param support people who have the outcome */
    public record Line(OptionalDouble precision, OptionalDouble recall, OptionalDouble f1, int support) {
        private static Line of(ConfusionMatrix matrix) {
            return new Line(
                    matrix.precision(), matrix.recall(), matrix.f1(), matrix.truePositives() + matrix.falseNegatives());
        }

        private static Line mean(Line a, Line b, double weightA, double weightB) {
            return new Line(
                    mean(a.precision, b.precision, weightA, weightB),
                    mean(a.recall, b.recall, weightA, weightB),
                    mean(a.f1, b.f1, weightA, weightB),
                    a.support + b.support);
        }

        private static OptionalDouble mean(OptionalDouble a, OptionalDouble b, double weightA, double weightB) {
            return a.isEmpty() || b.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((weightA * a.getAsDouble() + weightB * b.getAsDouble()) / (weightA + weightB));
        }
    }

    /** @throws IllegalArgumentException where the matrix counts nobody */
    public static ClassificationReport of(ConfusionMatrix matrix) {
        if (matrix.count() == 0) {
            throw new IllegalArgumentException("the matrix counts nobody");
        }
        Line positive = Line.of(matrix);
        Line negative = Line.of(matrix.ofTheOtherOutcome());
        return new ClassificationReport(
                negative,
                positive,
                matrix.accuracy(),
                Line.mean(negative, positive, 1, 1),
                Line.mean(negative, positive, negative.support(), positive.support()));
    }
}
