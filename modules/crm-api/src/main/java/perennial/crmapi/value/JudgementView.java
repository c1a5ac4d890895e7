package perennial.crmapi.value;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.analytics.valuation.Judgement;
import perennial.analytics.valuation.Judgement.Week;
import perennial.kernel.Words;

/**
 * How well one forecaster foretold what came after one day in the past.
 *
 * @param forecaster a model, or one of the naive baselines "as before" and "mean"
 * @param origin the last day that it knew
 * @param logScore mean logarithm of the probability given to what came; higher is better
 * @param purchasesCoverage share of customers whose purchases lay in their outcome interval of 80 %
 * @param purchases in numbers; {@code money} in major units of the shop's currency
 * @param course repeat purchases of all together, as they came and as the model expected, up to and beyond the origin
 */
public record JudgementView(
        String forecaster,
        LocalDate origin,
        @Nullable String reason,
        @Nullable String reasonZh,
        @Nullable Double logScore,
        @Nullable Double purchasesCoverage,
        @Nullable Double moneyCoverage,
        @Nullable QualityView purchases,
        @Nullable QualityView money,
        List<WeekView> course) {

    static JudgementView of(Judgement judgement) {
        return new JudgementView(
                judgement.forecaster(),
                day(judgement.origin()),
                judgement.reason().map(Words::english).orElse(null),
                judgement.reason().map(Words::chinese).orElse(null),
                number(judgement.logScore()),
                number(judgement.purchasesCoverage()),
                number(judgement.moneyCoverage()),
                judgement.purchases().map(QualityView::of).orElse(null),
                judgement.money().map(QualityView::of).orElse(null),
                judgement.course().stream().map(WeekView::of).toList());
    }

    private static LocalDate day(double sinceEpoch) {
        return LocalDate.ofEpochDay(Math.round(sinceEpoch));
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    /** All repeat purchases up to a day. */
    public record WeekView(LocalDate until, double actual, double expected) {
        static WeekView of(Week week) {
            return new WeekView(day(week.until()), week.actual(), week.expected());
        }
    }

    /** The measures as {@code ForecastQuality} defines them. */
    public record QualityView(
            int customers,
            double forecast,
            double actual,
            @Nullable Double bias,
            double mae,
            double rmse,
            @Nullable Double spearman,
            double tiedForecasts,
            double tiedActuals,
            @Nullable Double gini,
            @Nullable Double slope,
            @Nullable Double topTenth,
            @Nullable Double decileError,
            List<DecileView> deciles) {
        static QualityView of(ForecastQuality quality) {
            return new QualityView(
                    quality.count(),
                    quality.forecast(),
                    quality.actual(),
                    number(quality.bias()),
                    quality.mae(),
                    quality.rmse(),
                    number(quality.spearman()),
                    quality.tiedForecasts(),
                    quality.tiedActuals(),
                    number(quality.gini()),
                    number(quality.slope()),
                    number(quality.topTenth()),
                    number(quality.decileError()),
                    quality.deciles().stream().map(DecileView::of).toList());
        }
    }

    public record DecileView(int customers, double forecast, double actual) {
        static DecileView of(ForecastQuality.Decile decile) {
            return new DecileView(decile.customers(), decile.forecast(), decile.actual());
        }
    }
}
