package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.history.Event;

/** What the shop's files have told at all: kinds of event, and whether orders say if a coupon was used. */
@Dependent
public class RecordedKinds {
    /** Beside the names of {@link Event.Kind}. */
    static final String COUPON = "COUPON";

    private final Database database;

    @Inject
    public RecordedKinds(Database database) {
        this.database = database;
    }

    public FeatureFold.Settings fold(ZoneId zone, Currency currency) {
        Set<String> recorded = recorded();
        EnumSet<Event.Kind> kinds = EnumSet.noneOf(Event.Kind.class);
        for (Event.Kind kind : Event.Kind.values()) {
            if (recorded.contains(kind.name())) {
                kinds.add(kind);
            }
        }
        return new FeatureFold.Settings(zone, currency.getDefaultFractionDigits(), kinds, recorded.contains(COUPON));
    }

    private Set<String> recorded() {
        return database.with(connection -> {
            Set<String> recorded = new HashSet<>();
            try (PreparedStatement query = connection.prepareStatement("select what from recorded");
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    recorded.add(rows.getString(1));
                }
            }
            return recorded;
        });
    }
}
