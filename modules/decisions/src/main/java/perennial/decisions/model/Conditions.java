package perennial.decisions.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.features.RecentDays;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.analytics.lifecycle.Stage;
import perennial.decisions.Moment;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Run;
import perennial.kernel.Words;

/**
 * From when on something does not wait for the next run: properties {@code perennial.alarm.silence}, {@code cart} and
 * {@code service}, each a number or {@code off}.
 *
 * @param silence usual pauses of the customer that a silence must have lasted, 1.2 to 10; empty: no alarm
 * @param cart days that a cart must have stood, 0.1 to 5; empty: no alarm
 * @param service days for which a bad service case is news, 1 to 60; empty: no alarm
 */
public record Conditions(Optional<Double> silence, Optional<Double> cart, Optional<Double> service) {
    private static final String PREFIX = "perennial.alarm.";
    /** A cart of so long ago is not meant any more. */
    private static final Duration CART_IS_OLD = Duration.ofDays(30);
    /** Features count calendar days, so that a row may be a day behind the instant that it is told for. */
    private static final double ONE_DAY = 1;

    public Conditions {
        refuseOutOfRange("silence", silence, 1.2, 10);
        refuseOutOfRange("cart", cart, 0.1, 5);
        refuseOutOfRange("service", service, 1, 60);
    }

    public static Conditions standard() {
        return new Conditions(Optional.of(2.5), Optional.of(1.0), Optional.of(14.0));
    }

    /** What is not set is standard. */
    public static Conditions read(Function<String, Optional<String>> properties) {
        Conditions standard = standard();
        return new Conditions(
                read(properties, "silence", standard.silence()),
                read(properties, "cart", standard.cart()),
                read(properties, "service", standard.service()));
    }

    private static Optional<Double> read(
            Function<String, Optional<String>> properties, String name, Optional<Double> standard) {
        Optional<String> text = properties.apply(PREFIX + name).map(String::strip);
        if (text.isEmpty()) {
            return standard;
        }
        try {
            return text.filter(told -> !told.equals("off")).map(BigDecimal::new).map(BigDecimal::doubleValue);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    PREFIX + name,
                    text.get(),
                    new Words("it is neither a number nor off", "既不是数也不是 off"),
                    new Words("give a number such as 2.5, or off", "请给出数（例如 2.5）或 off"));
        }
    }

    private static void refuseOutOfRange(String name, Optional<Double> value, double least, double most) {
        if (value.filter(number -> !(number >= least && number <= most)).isPresent()) {
            throw new InvalidInputException(
                    PREFIX + name,
                    value.get(),
                    new Words("it is out of range", "超出范围"),
                    new Words("give " + least + " to " + most + ", or off", "请给出 " + least + " 至 " + most + "，或 off"));
        }
    }

    /**
     * One customer now, and as the run in force saw them.
     *
     * @param seen empty for who was not known to the run
     */
    public record Situation(
            Run run, Instant now, Stage stage, Features features, Optional<Features> seen, History history) {}

    /** @param happened what makes it another one than the last of its kind */
    public record Happening(Moment moment, Instant happened) {}

    /** What holds now and did not yet hold when the run looked; nothing of who has left. */
    public List<Happening> happenings(Situation situation) {
        List<Happening> happenings = new ArrayList<>();
        if (situation.stage() != Stage.CHURNED) {
            silenceOf(situation).ifPresent(happenings::add);
            cartOf(situation).ifPresent(happenings::add);
            serviceOf(situation).ifPresent(happenings::add);
        }
        return happenings;
    }

    private Optional<Happening> silenceOf(Situation situation) {
        return silence.filter(pauses -> situation.features().orElse(Feature.SILENCE, 0) >= pauses)
                .filter(pauses -> !(seen(situation, Feature.SILENCE) >= pauses))
                .flatMap(pauses -> last(situation.history().purchases()))
                .map(purchase -> new Happening(Moment.SILENCE, purchase.at()));
    }

    private static Optional<Purchase> last(List<Purchase> purchases) {
        return purchases.isEmpty() ? Optional.empty() : Optional.of(purchases.get(purchases.size() - 1));
    }

    /** A cart that the run did not know, or that had not stood for long enough then. */
    private Optional<Happening> cartOf(Situation situation) {
        return cart.flatMap(days -> RecentDays.of(situation.history(), situation.now())
                .cart()
                .map(RecentDays.Cart::at)
                .filter(at -> !at.plus(days(days)).isAfter(situation.now()))
                .filter(at -> at.plus(CART_IS_OLD).isAfter(situation.now()))
                .filter(at -> at.plus(days(days)).isAfter(situation.run().asOf())
                        || Double.isNaN(seen(situation, Feature.CART_AGE)))
                .map(at -> new Happening(Moment.CART, at)));
    }

    /** A case since the run, or one more than the run knew of. */
    private Optional<Happening> serviceOf(Situation situation) {
        return service.flatMap(days -> RecentDays.of(situation.history(), situation.now())
                .badCase()
                .filter(at -> at.plus(days(days)).isAfter(situation.now()))
                .filter(at -> !at.isBefore(situation.run().asOf())
                        || !(seen(situation, Feature.BAD_CASES)
                                >= situation.features().orElse(Feature.BAD_CASES, 0)))
                .map(at -> new Happening(Moment.SERVICE, at)));
    }

    private static double seen(Situation situation, Feature feature) {
        return situation.seen().map(row -> row.orElse(feature, Double.NaN)).orElse(Double.NaN);
    }

    private static Duration days(double days) {
        return Duration.ofSeconds(Math.round(days * Duration.ofDays(1).toSeconds()));
    }

    /** Whether something may have come to hold by now of which the row, folded some time ago, does not tell yet. */
    public boolean maySince(Features row, Instant now) {
        boolean newlySilent = mayBeSilent(row, now) && !(row.orElse(Feature.SILENCE, 0) >= silence.orElse(0.0));
        boolean newlyLeft = mayHaveCart(row, now) && !(row.orElse(Feature.CART_AGE, 0) >= cart.orElse(0.0) + ONE_DAY);
        return newlySilent || newlyLeft;
    }

    /** Whether something may hold by now, the row being later than the run. */
    public boolean may(Features row, Instant now) {
        boolean isBad = service.isPresent() && row.orElse(Feature.BAD_CASES, 0) > 0;
        return isBad || mayBeSilent(row, now) || mayHaveCart(row, now);
    }

    private boolean mayBeSilent(Features row, Instant now) {
        double gap = row.orElse(Feature.GAP_MEAN, Double.NaN);
        return silence.isPresent() && row.orElse(Feature.RECENCY, 0) + passed(row, now) >= silence.get() * gap;
    }

    private boolean mayHaveCart(Features row, Instant now) {
        return cart.isPresent() && row.orElse(Feature.CART_AGE, Double.NaN) + passed(row, now) >= cart.get();
    }

    /** Days since the row was folded, rather too many than too few. */
    private static double passed(Features row, Instant now) {
        return Duration.between(row.asOf(), now).toHours() / 24.0 + ONE_DAY;
    }
}
