package perennial.analytics.valuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import perennial.analytics.btyd.Discount;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.LifetimeValue;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * A rolling-origin back-test: at several times in the past every forecaster forecasts from what was known then, and is
 * judged by what came. The naive baselines are judged beside the models:
 *
 * <ul>
 *   <li>{@code as before}: each customer buys and spends over the horizon what they did over as long a time before, the
 *       first purchase not counted;
 *   <li>{@code mean}: each customer does what all did so on average.
 * </ul>
 *
 * <p>The work comes in cells, one per forecaster and origin, each of which can be done, stored and left alone for
 * itself. What a forecaster gets is a copy of the part of the log up to the origin ({@link KnownPasts}); what came after
 * it is read when the forecasts are made.
 */
public final class BackTest {
    public static final String AS_BEFORE = "as before";
    public static final String MEAN = "mean";

    private static final double COVERAGE = 0.8;

    private final PurchaseLog log;
    private final Settings settings;

    /**
     * What is tested, all times in the unit of the log.
     *
     * @param kinds the models that compete
     * @param origins the times at which forecasts are made
     * @param horizon how far
     * @param end up to when the log is complete
     * @param week the distance of the points of a course
     * @param intervalSample of so many customers, evenly spread, outcome intervals are checked
     * @param fit what a fit needs
     */
    public record Settings(
            List<PurchaseKind> kinds,
            List<Double> origins,
            double horizon,
            double end,
            double week,
            int intervalSample,
            Fit.Settings fit) {
        public Settings {
            kinds = List.copyOf(kinds);
            origins = List.copyOf(origins);
            positive("horizon", horizon);
            positive("week", week);
            positive("intervalSample", intervalSample);
            for (double origin : origins) {
                if (!(origin + horizon <= end)) {
                    throw new InvalidInputException(
                            "origin",
                            origin,
                            Reasons.words("origin-too-late", horizon, end),
                            Reasons.words("origin-too-late.fix"));
                }
            }
        }

        private static void positive(String name, double value) {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new InvalidInputException(
                        name, value, Reasons.words("not-above-0"), Reasons.words("not-above-0.fix"));
            }
        }
    }

    /** One forecaster at one origin. */
    public record Cell(String forecaster, double origin) {}

    public BackTest(PurchaseLog log, Settings settings) {
        this.log = log;
        this.settings = settings;
    }

    /**
     * So many origins, evenly spread from the middle of the log to the last one whose horizon is known to its end.
     *
     * @param horizon at most half the log
     */
    public static List<Double> origins(double begin, double end, double horizon, int count) {
        double first = (begin + end) / 2;
        double last = end - horizon;
        if (!(last >= first) || count < 1) {
            throw new InvalidInputException(
                    "horizon",
                    horizon,
                    Reasons.words("horizon-too-long"),
                    Reasons.words("horizon-too-long.fix", (end - begin) / 2));
        }
        return IntStream.range(0, count)
                .mapToObj(i -> count == 1 ? last : Math.floor(first + (last - first) * i / (count - 1)))
                .toList();
    }

    /** All cells, an origin after the other, so that those of a whole origin are done early. */
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (double origin : settings.origins()) {
            cells.add(new Cell(AS_BEFORE, origin));
            cells.add(new Cell(MEAN, origin));
            settings.kinds().forEach(kind -> cells.add(new Cell(kind.label(), origin)));
        }
        return cells;
    }

    public Judgement judge(Cell cell) {
        KnownPasts known = KnownPasts.of(log, cell.origin());
        if (known.customers() < settings.fit().fewestCustomers()) {
            Words reason = Reasons.words("too-few-at-origin", settings.fit().fewestCustomers());
            return Judgement.withoutModel(cell.forecaster(), cell.origin(), reason);
        }
        if (cell.forecaster().equals(AS_BEFORE) || cell.forecaster().equals(MEAN)) {
            return naive(cell, known);
        }
        ValueFit fit = ValueFit.of(PurchaseKind.labelled(cell.forecaster()), known, settings.fit());
        return fit.purchases()
                .map(found -> judge(cell, known, fit, found))
                .orElseGet(() -> Judgement.withoutModel(cell.forecaster(), cell.origin(), fit.reason()));
    }

    private Judgement naive(Cell cell, KnownPasts known) {
        Outcomes before = Outcomes.between(log, known, cell.origin() - settings.horizon(), cell.origin());
        if (cell.forecaster().equals(MEAN)) {
            level(before.purchases);
            level(before.spend);
        }
        Outcomes came = came(known);
        return Judgement.ofBaseline(
                cell.forecaster(),
                cell.origin(),
                ForecastQuality.of(before.purchases, came.purchases),
                log.hasAmounts() ? Optional.of(ForecastQuality.of(before.spend, came.spend)) : Optional.empty());
    }

    private static void level(double[] values) {
        Arrays.fill(values, Arrays.stream(values).average().orElse(0));
    }

    private Outcomes came(KnownPasts known) {
        return Outcomes.between(log, known, known.origin(), known.origin() + settings.horizon());
    }

    private Judgement judge(Cell cell, KnownPasts known, ValueFit fit, Fit<? extends PurchaseModel> found) {
        PurchaseModel model = found.model();
        double t = settings.horizon();
        double[] purchases = each(known, i -> model.expectedPurchases(known.x(i), known.tx(i), known.T(i), t));
        double[] spend = fit.spends()
                .map(spends -> each(known, i -> purchases[i] * spendOf(spends.model(), known, i)))
                .orElse(new double[0]);
        Outcomes came = came(known);
        boolean isMoneyKnown =
                spend.length > 0 && IntStream.range(0, spend.length).allMatch(i -> Double.isFinite(spend[i]));
        IntervalCheck intervals = IntervalCheck.of(
                new LifetimeValue(found, fit.spends(), new LifetimeValue.Settings(t, Discount.none(), COVERAGE)),
                known,
                came,
                settings.intervalSample());
        return new Judgement(
                cell.forecaster(),
                cell.origin(),
                Optional.of(fit.reason()),
                Optional.of(ForecastQuality.of(purchases, came.purchases)),
                isMoneyKnown ? Optional.of(ForecastQuality.of(spend, came.spend)) : Optional.empty(),
                OptionalDouble.of(logScore(model, known, came)),
                intervals.purchases(),
                intervals.money(),
                Course.of(log, known, model, known.origin() + t, settings.week()));
    }

    private interface OfOne {
        double applyAsDouble(int place);
    }

    private static double[] each(KnownPasts known, OfOne of) {
        return IntStream.range(0, known.customers())
                .parallel()
                .mapToDouble(of::applyAsDouble)
                .toArray();
    }

    private static double spendOf(GammaGamma spends, KnownPasts known, int i) {
        double mean = Math.max(0, known.meanSpend(i));
        return spends.expectedSpend(mean > 0 ? known.x(i) : 0, mean).orElse(Double.NaN);
    }

    private double logScore(PurchaseModel model, KnownPasts known, Outcomes came) {
        double t = settings.horizon();
        return IntStream.range(0, known.customers())
                .parallel()
                .mapToDouble(i -> {
                    int n = (int) came.purchases[i];
                    double probability = model.probabilityOfAtLeast(n, known.x(i), known.tx(i), known.T(i), t)
                            - model.probabilityOfAtLeast(n + 1, known.x(i), known.tx(i), known.T(i), t);
                    return Math.log(Math.max(probability, 1e-15));
                })
                .average()
                .orElseThrow();
    }
}
