package perennial.crmapi.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.function.Function;
import perennial.crmapi.wire.Csv;
import perennial.crmapi.wire.NdJson;
import perennial.crmapi.wire.Rows;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;

/** Customers by the page or as a whole set, for every call that lists some. */
@ApplicationScoped
public class CustomerSets {
    private static final Csv<CustomerItemView> CSV = Csv.of(
            CustomerItemView::cells,
            "id",
            "stage",
            "segment",
            "segment_zh",
            "segment_id",
            "churn_probability",
            "probability_alive",
            "value",
            "currency",
            "orders",
            "spend",
            "recency_days",
            "decisions");

    @Inject
    private Overview overview;

    public CustomersView page(CustomerQuery query) {
        Rows.Page<CustomerItemView> page = read(query);
        return new CustomersView(page.items(), page.next().orElse(null));
    }

    /** @param query of the page that a cursor begins; empty for the first */
    public StreamingOutput csv(Function<Optional<String>, CustomerQuery> query) {
        return Rows.stream(cursor -> read(query.apply(cursor)), CSV);
    }

    public StreamingOutput ndjson(Function<Optional<String>, CustomerQuery> query) {
        return Rows.stream(cursor -> read(query.apply(cursor)), new NdJson<>());
    }

    private Rows.Page<CustomerItemView> read(CustomerQuery query) {
        Overview.Page page = overview.customers(query);
        return new Rows.Page<>(page.items().stream().map(CustomerItemView::of).toList(), page.next());
    }
}
