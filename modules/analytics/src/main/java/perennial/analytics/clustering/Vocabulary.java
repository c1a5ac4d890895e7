package perennial.analytics.clustering;

import static java.util.Map.entry;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.analytics.clustering.Claim.Direction;
import perennial.analytics.features.Feature;
import perennial.analytics.language.Phrases;
import perennial.kernel.Words;

/** How claims are put into words: those of customer features in words of the business, those of other columns plainly. */
final class Vocabulary {
    /** Where a theme's words stand in an English name. */
    private enum Place {
        BEFORE,
        HEAD,
        AFTER
    }

    /** What features are about: a name says one thing of each. */
    private enum Theme {
        TENURE(Place.BEFORE),
        OFTEN(Place.BEFORE),
        MUCH(Place.HEAD),
        QUIET(Place.AFTER),
        LATELY(Place.AFTER),
        BASKET(Place.AFTER),
        RETURNS(Place.AFTER),
        RHYTHM(Place.AFTER),
        TREND(Place.AFTER),
        CHOICE(Place.AFTER),
        COUPONS(Place.AFTER),
        VISITS(Place.AFTER),
        SERVICE(Place.AFTER);

        private final Place place;

        Theme(Place place) {
            this.place = place;
        }
    }

    private static final Map<String, Theme> THEMES = Stream.of(
                    entry(Feature.AGE, Theme.TENURE),
                    entry(Feature.REGISTERED_AGE, Theme.TENURE),
                    entry(Feature.FREQUENCY, Theme.OFTEN),
                    entry(Feature.ORDERS, Theme.OFTEN),
                    entry(Feature.ORDERS_365, Theme.OFTEN),
                    entry(Feature.SPEND, Theme.MUCH),
                    entry(Feature.SPEND_365, Theme.MUCH),
                    entry(Feature.RECENCY, Theme.QUIET),
                    entry(Feature.SILENCE, Theme.QUIET),
                    entry(Feature.LAST_SEEN, Theme.QUIET),
                    entry(Feature.ORDERS_90, Theme.LATELY),
                    entry(Feature.SPEND_90, Theme.LATELY),
                    entry(Feature.AVERAGE_ORDER, Theme.BASKET),
                    entry(Feature.MONETARY, Theme.BASKET),
                    entry(Feature.UNITS_PER_ORDER, Theme.BASKET),
                    entry(Feature.RETURN_SHARE, Theme.RETURNS),
                    entry(Feature.GAP_MEAN, Theme.RHYTHM),
                    entry(Feature.GAP_VARIATION, Theme.RHYTHM),
                    entry(Feature.TREND, Theme.TREND),
                    entry(Feature.BREADTH, Theme.CHOICE),
                    entry(Feature.TOP_SHARE, Theme.CHOICE),
                    entry(Feature.COUPON_SHARE, Theme.COUPONS),
                    entry(Feature.VISITS_30, Theme.VISITS),
                    entry(Feature.VIEWS_30, Theme.VISITS),
                    entry(Feature.BAD_CASES, Theme.SERVICE),
                    entry(Feature.SATISFACTION, Theme.SERVICE))
            .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().label(), Map.Entry::getValue));
    private static final Map<String, Feature> BY_LABEL =
            Stream.of(Feature.values()).collect(Collectors.toUnmodifiableMap(Feature::label, feature -> feature));
    private static final Phrases PHRASES = Phrases.beside(Vocabulary.class, "names");

    static final Vocabulary FEATURES = new Vocabulary(THEMES, BY_LABEL);
    static final Vocabulary COLUMNS = new Vocabulary(Map.of(), Map.of());

    private final Map<String, Theme> themes;
    private final Map<String, Feature> features;

    private Vocabulary(Map<String, Theme> themes, Map<String, Feature> features) {
        this.themes = themes;
        this.features = features;
    }

    /** The first claim of each theme, in the given order; a column without a theme is one of its own. */
    List<Claim> oneOfEachTheme(List<Claim> claims) {
        Set<Object> seen = new HashSet<>();
        return claims.stream()
                .filter(claim -> seen.add(themes.containsKey(claim.column()) ? theme(claim) : claim.column()))
                .toList();
    }

    private Theme theme(Claim claim) {
        return Objects.requireNonNull(themes.get(claim.column()));
    }

    Words name(List<Claim> claims) {
        return new Words(english(claims), chinese(claims));
    }

    private String english(List<Claim> claims) {
        if (claims.isEmpty()) {
            return capitalised(PHRASES.get(Locale.ENGLISH, "average"));
        }
        List<String> who = new ArrayList<>(at(Place.BEFORE, claims));
        List<String> heads = at(Place.HEAD, claims);
        who.addAll(heads.isEmpty() && !who.isEmpty() ? List.of(PHRASES.get(Locale.ENGLISH, "customers")) : heads);
        List<String> parts = new ArrayList<>();
        if (!who.isEmpty()) {
            parts.add(String.join(" ", who));
        }
        parts.addAll(at(Place.AFTER, claims));
        return capitalised(String.join(", ", parts));
    }

    private List<String> at(Place place, List<Claim> claims) {
        return claims.stream()
                .filter(claim -> place == (themes.containsKey(claim.column()) ? theme(claim).place : Place.AFTER))
                .map(claim -> phrase(Locale.ENGLISH, claim))
                .toList();
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String chinese(List<Claim> claims) {
        Locale locale = Locale.SIMPLIFIED_CHINESE;
        return claims.isEmpty()
                ? PHRASES.get(locale, "average")
                : claims.stream().map(claim -> phrase(locale, claim)).collect(Collectors.joining("、")) + "的"
                        + PHRASES.get(locale, "customers");
    }

    private String phrase(Locale locale, Claim claim) {
        String direction = claim.direction() == Direction.HIGHER ? ".higher" : ".lower";
        return themes.containsKey(claim.column())
                ? PHRASES.get(locale, claim.column() + direction)
                : PHRASES.format(locale, "other" + direction, title(locale, claim.column()));
    }

    private String title(Locale locale, String column) {
        Feature feature = features.get(column);
        if (feature == null) {
            return column;
        }
        String title = feature.title(locale);
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    /** The words with the level of a column after them. */
    Words withFigure(Words words, Segment.Level level) {
        double value = level.mean().orElse(level.typical());
        return new Words(
                withFigure(Locale.ENGLISH, words.english(), level.column(), value),
                withFigure(Locale.SIMPLIFIED_CHINESE, words.chinese(), level.column(), value));
    }

    private String withFigure(Locale locale, String words, String column, double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
        return PHRASES.format(locale, "figure", words, title(locale, column), format.format(value));
    }

    Words numbered(Words words, int time) {
        return new Words(
                PHRASES.format(Locale.ENGLISH, "number", words.english(), time),
                PHRASES.format(Locale.SIMPLIFIED_CHINESE, "number", words.chinese(), time));
    }
}
