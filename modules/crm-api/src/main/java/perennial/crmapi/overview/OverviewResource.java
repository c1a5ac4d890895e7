package perennial.crmapi.overview;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.activity.Shop;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.wire.MoneyView;
import perennial.overview.Overview;

@Path("overview")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class OverviewResource {
    @Inject
    private Overview overview;

    @Inject
    private Shop shop;

    @GET
    @Conditional
    @Operation(summary = "The shop at a glance, as of the run in force")
    public OverviewView overview() {
        return OverviewView.of(overview.shop(), shop.settings().orElseThrow());
    }

    /**
     * @param orders of all time up to asOf, as placed
     * @param sales the sum of those orders
     * @param stages customers by stage; empty before the first run
     * @param decisions of the run in force, by kind
     * @param simulated whether the shop is made up
     * @param consentAssumed whether consent was assumed instead of recorded
     */
    public record OverviewView(
            Instant asOf,
            long customers,
            long buyers,
            long orders,
            MoneyView sales,
            Map<String, Long> stages,
            Map<String, Long> decisions,
            ExpectationView value,
            @Nullable String sample,
            boolean simulated,
            boolean consentAssumed) {
        static OverviewView of(Overview.ShopView view, Shop.Settings settings) {
            Map<String, Long> stages = new LinkedHashMap<>();
            view.stages().forEach((stage, count) -> stages.put(stage.label(), count));
            return new OverviewView(
                    view.asOf(),
                    view.customers(),
                    view.buyers(),
                    view.orders(),
                    MoneyView.of(view.sales()),
                    stages,
                    view.decisions(),
                    new ExpectationView(view.expectedValue().map(MoneyView::of).orElse(null)),
                    settings.sample().orElse(null),
                    settings.simulated(),
                    settings.consentAssumed());
        }
    }

    /** @param expected12Months what all customers together are expected to spend; null where not known */
    public record ExpectationView(@Nullable MoneyView expected12Months) {}
}
