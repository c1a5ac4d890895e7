package perennial.churn;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import perennial.analytics.churn.ChurnDefinition;
import perennial.analytics.churn.ChurnFit;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.churn.LearningSet;
import perennial.analytics.churn.PurchaseTimes;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.features.Features;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.kernel.CustomerId;

/** A made-up shop whose customers buy in rhythms of their own and leave one day, and the model that it teaches. */
public final class LeavingShop {
    public static final Instant TODAY = Instant.parse("2025-04-25T00:00:00Z");
    private static final int DAYS = 480;
    private static final ChurnDefinition FOUR_WEEKS = ChurnDefinition.of(28, ZoneOffset.UTC);
    private static final FeatureFold FOLD = new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, 2));

    private final List<History> histories = new ArrayList<>();

    public LeavingShop(int customers, long seed) {
        Random random = new Random(seed);
        for (int c = 0; c < customers; c++) {
            double gap = 4 * Math.exp(1.2 * Math.abs(random.nextGaussian()));
            double at = random.nextDouble() * 400;
            double end = Math.min(at - 150 * Math.log(1 - random.nextDouble()), DAYS);
            List<Purchase> purchases = new ArrayList<>();
            while (at < end) {
                purchases.add(purchase(c + "-" + purchases.size(), at, 1000 + random.nextInt(5000)));
                at += gap * (0.5 + random.nextDouble());
            }
            histories.add(new History(new CustomerId("c" + c), Optional.empty(), purchases, List.of(), List.of()));
        }
    }

    private static Purchase purchase(String order, double day, long amountMinor) {
        return new Purchase(
                order,
                TODAY.minus(Duration.ofDays(DAYS)).plusSeconds((long) (day * 86_400)),
                List.of(new Purchase.Line("thing", Optional.empty(), 1, amountMinor)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public ChurnModel model() {
        PurchaseTimes.Collector times = new PurchaseTimes.Collector();
        histories.forEach(
                history -> history.purchases().forEach(purchase -> times.add(history.customer(), purchase.at())));
        LearningSet set = LearningSet.of(
                FOUR_WEEKS,
                TODAY,
                (upTo, reader) ->
                        histories.forEach(history -> reader.accept(cut -> FOLD.fold(history.before(upTo), cut))),
                times.collected(),
                LearningSet.Settings.standard(FOUR_WEEKS, 1));
        return ((ChurnFit.Fitted) ChurnModel.fit(set, ChurnModel.Settings.standard(1))).model();
    }

    /** Whom the model may score. */
    public List<Features> alive() {
        return histories.stream()
                .map(history -> FOLD.fold(history, TODAY))
                .filter(FOUR_WEEKS::alive)
                .toList();
    }
}
