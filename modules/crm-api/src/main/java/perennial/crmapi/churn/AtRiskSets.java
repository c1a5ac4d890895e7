package perennial.crmapi.churn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.function.Function;
import perennial.crmapi.churn.AtRiskView.AtRiskItemView;
import perennial.crmapi.wire.Csv;
import perennial.crmapi.wire.MoneyView;
import perennial.crmapi.wire.NdJson;
import perennial.crmapi.wire.Rows;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;

/** Those at risk by the page, or as many as a team can call. */
@ApplicationScoped
public class AtRiskSets {
    static final int MOST = 1_000_000;

    private static final Csv<AtRiskItemView> CSV = Csv.of(
            AtRiskItemView::cells,
            "id",
            "stage",
            "segment",
            "segment_zh",
            "segment_id",
            "churn_probability",
            "value",
            "value_at_risk",
            "value_at_risk_lower",
            "value_at_risk_upper",
            "currency",
            "recency_days");

    @Inject
    private Overview overview;

    AtRiskView page(CustomerQuery query) {
        Rows.Page<AtRiskItemView> page = read(query);
        return new AtRiskView(
                page.items(),
                page.next().orElse(null),
                overview.shop().valueAtRisk().map(MoneyView::of).orElse(null));
    }

    StreamingOutput csv(AtRiskFilter filter, Optional<Integer> capacity) {
        return Rows.stream(pages(filter, capacity), CSV);
    }

    StreamingOutput ndjson(AtRiskFilter filter, Optional<Integer> capacity) {
        return Rows.stream(pages(filter, capacity), new NdJson<>());
    }

    private Function<Optional<String>, Rows.Page<AtRiskItemView>> pages(
            AtRiskFilter filter, Optional<Integer> capacity) {
        Function<Optional<String>, Rows.Page<AtRiskItemView>> all =
                cursor -> read(filter.page(cursor, CustomerQuery.MOST));
        return capacity.map(most -> Rows.first(most, all)).orElse(all);
    }

    private Rows.Page<AtRiskItemView> read(CustomerQuery query) {
        Overview.Page page = overview.customers(query);
        return new Rows.Page<>(page.items().stream().map(AtRiskItemView::of).toList(), page.next());
    }
}
