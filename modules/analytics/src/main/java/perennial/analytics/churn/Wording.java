package perennial.analytics.churn;

import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.language.Phrases;

/** Words the contributions that raise the risk most, a story once; what hardly does is left unsaid. */
final class Wording {
    private static final Phrases PHRASES = Phrases.beside(Wording.class, "churn");
    /** Known only of who has come back: that they are not known is a story as well. */
    private static final Set<Feature> RHYTHM =
            EnumSet.of(Feature.SILENCE, Feature.GAP_MEAN, Feature.GAP_LONGEST, Feature.GAP_VARIATION);

    private static final int MOST_REASONS = 3;

    /** Log-odds; less moves no probability by more than about one per cent. */
    private static final double LEAST = 0.05;

    private final Currency currency;

    Wording(Currency currency) {
        this.currency = currency;
    }

    List<Reason> reasons(Features customer, List<Contribution> contributions) {
        Map<Factors, Double> sums = new EnumMap<>(Factors.class);
        contributions.forEach(c -> sums.merge(Factors.of(c.feature()), c.logOdds(), Double::sum));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() >= LEAST)
                .sorted(Map.Entry.<Factors, Double>comparingByValue().reversed())
                .flatMap(sum ->
                        lead(sum.getKey(), contributions).map(lead -> reason(customer, lead, sum.getValue())).stream())
                .limit(MOST_REASONS)
                .toList();
    }

    /** The contribution that speaks for a factor: the strongest one that raises the risk and can be worded. */
    private static Optional<Contribution> lead(Factors factor, List<Contribution> contributions) {
        return contributions.stream()
                .filter(c -> Factors.of(c.feature()) == factor && c.logOdds() > 0)
                .filter(c -> c.value().isPresent() || RHYTHM.contains(c.feature()))
                .filter(Wording::plausible)
                .max(Comparator.comparingDouble(Contribution::logOdds));
    }

    /** Whether the value differs from the typical one, and to the side that raises the risk where one is known to. */
    private static boolean plausible(Contribution c) {
        if (c.value().isEmpty() || c.typical().isEmpty()) {
            return true;
        }
        double above = c.value().getAsDouble() - c.typical().getAsDouble();
        return above != 0 && Factors.column(c.feature()).direction().kept(above) == above;
    }

    private Reason reason(Features customer, Contribution lead, double logOdds) {
        return new Reason(
                lead.feature(),
                lead.value(),
                lead.typical(),
                logOdds,
                sentence(Locale.ENGLISH, customer, lead),
                sentence(Locale.SIMPLIFIED_CHINESE, customer, lead));
    }

    private String sentence(Locale locale, Features customer, Contribution lead) {
        Feature feature = lead.feature();
        if (Factors.of(feature) == Factors.SILENCE) {
            return silence(locale, customer);
        }
        if (lead.value().isEmpty()) {
            boolean once = customer.orElse(Feature.FREQUENCY, 0) == 0;
            return PHRASES.get(locale, once ? "rhythm.once" : "rhythm.unknown");
        }
        double value = lead.value().getAsDouble();
        String shown = amount(locale, feature, value);
        String typical = lead.typical().isPresent()
                ? amount(locale, feature, lead.typical().getAsDouble())
                : "";
        return switch (feature) {
            case FREQUENCY, ORDERS, ORDERS_365, AGE, REGISTERED_AGE -> habit(locale, customer);
            case CART_AGE -> PHRASES.format(locale, "cart", shown);
            case LAST_SEEN -> PHRASES.format(locale, "lastSeen", shown, typical);
            case GAP_MEAN -> PHRASES.format(locale, "gapMean", shown, typical);
            case GAP_LONGEST -> PHRASES.format(locale, "gapLongest", shown, typical);
            case SPEND_90 -> PHRASES.format(locale, "spend90", shown, typical);
            case RETURN_SHARE -> PHRASES.format(locale, "returns", shown, typical);
            case TREND -> PHRASES.format(locale, value < 0 ? "trend.falling" : "trend", shown, typical);
            default -> PHRASES.format(locale, "value", feature.title(locale), shown, typical);
        };
    }

    private static String habit(Locale locale, Features customer) {
        long occasions = Math.round(customer.orElse(Feature.FREQUENCY, 0)) + 1;
        return PHRASES.format(locale, "habit", occasions, days(locale, customer.orElse(Feature.AGE, 0)));
    }

    private static String silence(Locale locale, Features customer) {
        String silent = days(locale, customer.orElse(Feature.RECENCY, 0));
        OptionalDouble gap = customer.get(Feature.GAP_MEAN);
        if (gap.isPresent()) {
            return PHRASES.format(locale, "silence", days(locale, Math.max(1, gap.getAsDouble())), silent);
        }
        return PHRASES.format(locale, "silence.once", silent);
    }

    private String amount(Locale locale, Feature feature, double value) {
        return switch (feature.unit()) {
            case DAYS -> days(locale, value);
            case COUNT -> PHRASES.format(locale, "count", Math.round(value));
            case MONEY ->
                currency.getCurrencyCode() + " "
                        + String.format(
                                Locale.ROOT, "%." + Math.max(0, currency.getDefaultFractionDigits()) + "f", value);
            case SHARE -> PHRASES.format(locale, "share", Math.round(100 * value));
            case RATIO, RATING, FLAG -> String.format(Locale.ROOT, "%.1f", value);
        };
    }

    private static String days(Locale locale, double days) {
        return PHRASES.format(locale, "days", Math.round(days));
    }
}
