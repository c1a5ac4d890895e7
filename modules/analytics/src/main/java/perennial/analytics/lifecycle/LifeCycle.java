package perennial.analytics.lifecycle;

import static perennial.analytics.features.Feature.FREQUENCY;
import static perennial.analytics.features.Feature.GAP_MEAN;
import static perennial.analytics.features.Feature.LAST_AGE;
import static perennial.analytics.features.Feature.RECENCY;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import perennial.analytics.features.Features;
import perennial.analytics.lifecycle.Placement.Basis;
import perennial.kernel.InvalidInputException;

/**
 * The definitions of the stages. A customer is judged by the own rhythm where there is one and by the shop's else:
 * whoever has been silent for longer than {@code lapse} usual gaps has churned, a weekly buyer after weeks and a yearly
 * one after years. A definition is no forecast: how likely a silent customer is to return is for the churn model to say.
 */
public record LifeCycle(Settings settings) {

    /**
     * @param ownGaps gaps between purchase days from which a customer has a rhythm of their own
     * @param shortestGap days; a shorter rhythm counts as this one, so that a busy week sets no pace
     * @param quantile of the mean gaps of the customers who came back that is the shop's typical gap
     * @param leastCustomers who must have come back before the shop's typical gap is known
     * @param assumedGap days, where it is not
     * @param lapse usual gaps of silence after which a customer has churned
     * @param activeDays purchase days from which a customer may be active
     * @param activeSpan days from the first purchase to the last one from which a customer may be active
     */
    public record Settings(
            int ownGaps,
            double shortestGap,
            double quantile,
            int leastCustomers,
            double assumedGap,
            double lapse,
            int activeDays,
            double activeSpan) {
        public Settings {
            require(ownGaps >= 1, "ownGaps", ownGaps, "a rhythm needs a gap", "give 1 or more");
            require(isFrom(1, shortestGap), "shortestGap", shortestGap, "it is in days", "give 1 or more");
            require(quantile > 0 && quantile < 1, "quantile", quantile, "it lies between 0 and 1", "give such as 0.5");
            require(
                    leastCustomers >= 1,
                    "leastCustomers",
                    leastCustomers,
                    "no gap without customers",
                    "give 1 or more");
            require(isFrom(1, assumedGap), "assumedGap", assumedGap, "it is in days", "give 1 or more");
            require(
                    isFrom(1, lapse),
                    "lapse",
                    lapse,
                    "nobody has stopped before a usual gap is over",
                    "give 1 or more");
            require(activeDays >= 2, "activeDays", activeDays, "who is active has come back", "give 2 or more");
            require(isFrom(0, activeSpan), "activeSpan", activeSpan, "it is in days", "give 0 or more");
        }

        /**
         * Own rhythm from 3 gaps and never under a week; the shop's gap is the median, known from 30 customers, else 60
         * days; churned after 3 usual gaps; active from 4 purchase days over 60 days.
         */
        public static Settings standard() {
            return new Settings(3, 7, 0.5, 30, 60, 3, 4, 60);
        }

        private static boolean isFrom(double least, double value) {
            return value >= least && value < Double.POSITIVE_INFINITY;
        }

        private static void require(boolean good, String field, double value, String reason, String fix) {
            if (!good) {
                throw new InvalidInputException(field, value, reason, fix);
            }
        }
    }

    /**
     * The shop's rhythm. Every customer who came back has one vote, the own mean gap, so that the few who buy all the
     * time don't set the pace for all. The quantile is interpolated between order statistics (Hyndman and Fan 1996,
     * Sample Quantiles in Statistical Packages, American Statistician 50(4), definition 7).
     *
     * @param base features of all customers as of one instant
     */
    public Rhythm rhythm(Stream<Features> base) {
        return rhythm(base.map(features -> features.get(GAP_MEAN))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble));
    }

    /** The same from the mean gaps of all customers who came back, for a base that is not held in memory. */
    public Rhythm rhythm(DoubleStream meanGaps) {
        double[] gaps = meanGaps.sorted().toArray();
        return gaps.length < settings.leastCustomers()
                ? new Rhythm(OptionalDouble.empty(), gaps.length)
                : new Rhythm(OptionalDouble.of(quantile(gaps)), gaps.length);
    }

    private double quantile(double[] sorted) {
        double position = settings.quantile() * (sorted.length - 1);
        int below = (int) position;
        double next = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (position - below) * (next - sorted[below]);
    }

    /** The one stage of a customer. */
    public Placement place(Features features, Rhythm rhythm) {
        OptionalDouble repeats = features.get(FREQUENCY);
        long purchaseDays = repeats.isPresent() ? 1 + (long) repeats.getAsDouble() : 0;
        double silence = features.orElse(RECENCY, 0);
        Basis basis = basis(features, purchaseDays, rhythm);
        double usualGap = usualGap(features, basis, rhythm);
        double patience = settings.lapse() * usualGap;
        Stage stage = Stage.ACQUISITION;
        if (purchaseDays > 0) {
            stage = silence > patience ? Stage.CHURNED : living(features, purchaseDays, rhythm);
        }
        return new Placement(stage, purchaseDays, silence, usualGap, basis, patience);
    }

    private Basis basis(Features features, long purchaseDays, Rhythm rhythm) {
        if (purchaseDays > settings.ownGaps() && features.get(GAP_MEAN).isPresent()) {
            return Basis.CUSTOMER;
        }
        return rhythm.typicalGap().isPresent() ? Basis.SHOP : Basis.ASSUMED;
    }

    private double usualGap(Features features, Basis basis, Rhythm rhythm) {
        double gap = basis == Basis.CUSTOMER
                ? features.orElse(GAP_MEAN, settings.assumedGap())
                : rhythm.typicalGap().orElse(settings.assumedGap());
        return Math.max(settings.shortestGap(), gap);
    }

    private Stage living(Features features, long purchaseDays, Rhythm rhythm) {
        if (purchaseDays == 1) {
            return Stage.CONVERSION;
        }
        double often = usualGap(features, Basis.SHOP, rhythm);
        boolean active = purchaseDays >= settings.activeDays()
                && features.orElse(LAST_AGE, 0) >= settings.activeSpan()
                && features.orElse(GAP_MEAN, Double.POSITIVE_INFINITY) <= often;
        return active ? Stage.ACTIVE : Stage.RETENTION;
    }
}
