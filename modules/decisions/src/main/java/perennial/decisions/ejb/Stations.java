package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import perennial.activity.Catalogue;
import perennial.activity.Catalogue.Product;
import perennial.activity.Customers;
import perennial.activity.Customers.Consent;
import perennial.activity.FeatureRows;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.activity.Histories;
import perennial.activity.Ledger;
import perennial.activity.Shop;
import perennial.analytics.features.Feature;
import perennial.analytics.features.RecentDays;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.lifecycle.Stage;
import perennial.churn.ChurnScores;
import perennial.churn.ChurnScores.Risk;
import perennial.decisions.model.Background;
import perennial.decisions.model.Base;
import perennial.decisions.model.Known;
import perennial.decisions.model.Offers;
import perennial.decisions.model.Ranks;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Window;
import perennial.profiles.Stages;
import perennial.segmentation.SegmentMoves;
import perennial.segmentation.Segments;
import perennial.segmentation.Segments.Segment;
import perennial.value.ValueScores;
import perennial.value.ValueScores.ValueScore;

/** What the stations before this one found, asked for a few hundred customers at a time. */
@ApplicationScoped
public class Stations {
    private static final int TOGETHER = 1000;
    /** The days whose sales are the present pace of a product. */
    private static final int PACE_DAYS = 90;

    /** Those of the events that recent days rest on. */
    private static final Set<Event.Kind> EVENTS = Set.of(Event.Kind.CART, Event.Kind.SERVICE_CASE);

    @Inject
    private Shop shop;

    @Inject
    private Customers customers;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Ledger ledger;

    @Inject
    private Histories histories;

    @Inject
    private FeatureRows features;

    @Inject
    private Stages stages;

    @Inject
    private ValueScores values;

    @Inject
    private Segments segments;

    @Inject
    private SegmentMoves moves;

    @Inject
    private ChurnScores churn;

    long customers() {
        return customers.count();
    }

    /** The whole shop as of the run. */
    Base base(Run run) {
        Currency currency = shop.opened().currency();
        LongStream.Builder expected = LongStream.builder();
        LongStream.Builder spent = LongStream.builder();
        List<Product> products = catalogue.all();
        eachRows(run, rows -> {
            values.of(run, CustomerSpan.of(ids(rows)))
                    .values()
                    .forEach(score -> score.expectedValue().ifPresent(value -> expected.add(value.minor())));
            rows.forEach(row ->
                    row.features().get(Feature.SPEND).ifPresent(spend -> spent.add(Base.minor(spend, currency))));
        });
        return new Base(
                currency,
                ledger.medianOrder(run.asOf()),
                Ranks.of(expected.build()),
                Ranks.of(spent.build()),
                offers(products, run),
                listPrices(products));
    }

    /** The same customers, and what they bought, beside the catalogue of today. */
    Base renewed(Base known) {
        List<Product> products = catalogue.all();
        return new Base(
                known.currency(),
                known.medianOrder(),
                known.values(),
                known.spends(),
                known.offers().of(products),
                listPrices(products));
    }

    private Offers offers(List<Product> products, Run run) {
        Window pace = new Window(run.asOf().minus(Duration.ofDays(PACE_DAYS)), run.asOf());
        return Offers.of(products, ledger.unitsSold(pace), PACE_DAYS);
    }

    private static Map<String, Long> listPrices(List<Product> products) {
        return products.stream()
                .filter(product -> product.listPrice().isPresent())
                .collect(Collectors.toMap(
                        Product::sku,
                        product -> product.listPrice().map(Money::minor).orElseThrow()));
    }

    /** Tells the reader of every customer of the run, page by page: all that is known of them is read when it is asked for. */
    void each(Run run, Consumer<Supplier<List<Known>>> reader) {
        Map<String, Segment> names = segments(run);
        eachRows(run, rows -> reader.accept(() -> known(run, rows, names)));
    }

    Map<String, Segment> segments(Run run) {
        return segments.segmentation(run).segments().stream()
                .collect(Collectors.toMap(Segment::id, Function.identity()));
    }

    /** All that is known of one customer whose features were just folded. */
    Known known(Background background, FeatureRow row, Stage stage) {
        CustomerId id = row.features().customer();
        CustomerSpan alone = CustomerSpan.only(id);
        return new Known(
                row,
                stage,
                Optional.ofNullable(segments.of(background.run(), alone).get(id))
                        .map(background.segments()::get),
                Optional.ofNullable(moves.before(background.run(), alone).get(id)),
                Optional.ofNullable(churn.risks(background.run(), alone).get(id)),
                Optional.ofNullable(values.of(background.run(), alone).get(id)),
                customers.consents(alone).getOrDefault(id, List.of()));
    }

    /** All that the run knew of one customer; empty where it did not know the customer. */
    Optional<Known> known(Background background, CustomerId customer) {
        return features.of(background.run(), customer)
                .map(row -> known(background.run(), List.of(row), background.segments())
                        .get(0));
    }

    private void eachRows(Run run, Consumer<List<FeatureRow>> reader) {
        List<FeatureRow> waiting = new ArrayList<>(TOGETHER);
        features.each(run, row -> {
            waiting.add(row);
            if (waiting.size() == TOGETHER) {
                reader.accept(List.copyOf(waiting));
                waiting.clear();
            }
        });
        if (!waiting.isEmpty()) {
            reader.accept(List.copyOf(waiting));
        }
    }

    private static List<CustomerId> ids(List<FeatureRow> rows) {
        return rows.stream().map(row -> row.features().customer()).toList();
    }

    private List<Known> known(Run run, List<FeatureRow> rows, Map<String, Segment> names) {
        CustomerSpan span = CustomerSpan.of(ids(rows));
        Map<CustomerId, Stage> placed = stages.stages(run, span);
        Map<CustomerId, String> members = segments.placed(run, span);
        Map<CustomerId, String> left = moves.before(run, span);
        Map<CustomerId, Risk> risks = churn.risks(run, span);
        Map<CustomerId, ValueScore> scores = values.of(run, span);
        Map<CustomerId, List<Consent>> told = customers.consents(span);
        return withRecentDays(run, rows).stream()
                .map(row -> {
                    CustomerId id = row.features().customer();
                    return new Known(
                            row,
                            Optional.ofNullable(placed.get(id))
                                    .orElseThrow(() -> new IllegalStateException(
                                            "the run placed customer " + id + " in no stage")),
                            Optional.ofNullable(members.get(id)).map(names::get),
                            Optional.ofNullable(left.get(id)),
                            Optional.ofNullable(risks.get(id)),
                            Optional.ofNullable(scores.get(id)),
                            told.getOrDefault(id, List.of()));
                })
                .toList();
    }

    /** From the histories where a run from before they were kept stored the rows. */
    private List<FeatureRow> withRecentDays(Run run, List<FeatureRow> rows) {
        List<CustomerId> lacking = rows.stream()
                .filter(row -> row.recent().isEmpty() && RecentDays.matter(row.features()))
                .map(row -> row.features().customer())
                .toList();
        if (lacking.isEmpty()) {
            return rows;
        }
        Map<CustomerId, History> past = histories.ofSome(lacking, EVENTS, run.asOf());
        return rows.stream()
                .map(row -> Optional.ofNullable(past.get(row.features().customer()))
                        .map(history -> row.with(RecentDays.of(history, run.asOf())))
                        .orElse(row))
                .toList();
    }

    /** The models that the run's facts come from; one that could not be fitted is not among them. */
    Map<String, String> models(Run run) {
        Map<String, String> models = new LinkedHashMap<>();
        ValueScores.ValueModel value = values.model(run);
        if (value.state() == ValueScores.State.FITTED) {
            models.put("value", value.purchaseModel() + ", " + value.spendModel());
        }
        churn.model(run).model().ifPresent(model -> models.put("churn", model));
        Segments.Segmentation found = segments.segmentation(run);
        if (found.state() == Segments.State.FOUND) {
            models.put("segments", Integer.toString(found.segments().size()));
        }
        return models;
    }
}
