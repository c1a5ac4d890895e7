package perennial.analytics.features;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;

/** What a customer did beside buying: visits, searches, views, carts, service cases. */
final class Doings {
    private static final double BAD_RATING = 2;
    /** Ratings are added up in thousandths, as whole numbers: their sum does not depend on the order. */
    private static final double RATING_STEPS = 1000;

    private int visits30;
    private int searches30;
    private int views30;
    private int cases90;
    private int badCases90;
    private int rated365;
    private long ratings365;
    private @Nullable Instant lastSeen;
    private @Nullable Instant lastCart;

    private Doings() {}

    static Doings of(History known, Sheet sheet) {
        Doings doings = new Doings();
        for (Event event : known.events()) {
            doings.add(event, sheet.daysSince(event.at()));
        }
        List<Purchase> purchases = known.purchases();
        if (doings.lastCart != null
                && !purchases.isEmpty()
                && !purchases.get(purchases.size() - 1).at().isBefore(doings.lastCart)) {
            doings.lastCart = null;
        }
        return doings;
    }

    private void add(Event event, long daysAgo) {
        int in30 = daysAgo < 30 ? 1 : 0;
        switch (event.kind()) {
            case VISIT -> visits30 += in30;
            case SEARCH -> searches30 += in30;
            case VIEW -> views30 += in30;
            case CART -> lastCart = event.at();
            case SERVICE_CASE -> addCase(event, daysAgo);
        }
        if (event.kind() != Event.Kind.SERVICE_CASE) {
            lastSeen = event.at();
        }
    }

    private void addCase(Event event, long daysAgo) {
        if (daysAgo < 90) {
            cases90++;
            badCases90 += isBadCase(event) ? 1 : 0;
        }
        if (daysAgo < 365 && event.amount().isPresent()) {
            rated365++;
            ratings365 += Math.round(event.amount().getAsDouble() * RATING_STEPS);
        }
    }

    static boolean isBadCase(Event event) {
        return event.kind() == Event.Kind.SERVICE_CASE && event.amount().orElse(Double.MAX_VALUE) <= BAD_RATING;
    }

    void fill(Sheet sheet, Set<Event.Kind> recorded) {
        if (recorded.contains(Event.Kind.VISIT)) {
            sheet.put(Feature.VISITS_30, visits30);
        }
        if (recorded.contains(Event.Kind.SEARCH)) {
            sheet.put(Feature.SEARCHES_30, searches30);
        }
        if (recorded.contains(Event.Kind.VIEW)) {
            sheet.put(Feature.VIEWS_30, views30);
        }
        if (recorded.contains(Event.Kind.SERVICE_CASE)) {
            sheet.put(Feature.CASES_90, cases90);
            sheet.put(Feature.BAD_CASES, badCases90);
        }
        if (rated365 > 0) {
            sheet.put(Feature.SATISFACTION, ratings365 / (rated365 * RATING_STEPS));
        }
        if (lastSeen != null) {
            sheet.put(Feature.LAST_SEEN, sheet.daysSince(lastSeen));
        }
        if (lastCart != null) {
            sheet.put(Feature.CART_AGE, sheet.daysSince(lastCart));
        }
    }
}
