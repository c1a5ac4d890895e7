package perennial.crmapi.metrics;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.activity.Shop;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.wire.Bodies;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Window;
import perennial.kernel.Words;
import perennial.metrics.Metrics;
import perennial.overview.Overview;

@Path("metrics")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class MetricsResource {
    @Inject
    private Metrics metrics;

    @Inject
    private Overview overview;

    @Inject
    private Shop shop;

    /**
     * @param from first day, in the shop's time zone; without it the periods of the run in force are told
     * @param to the day after the last
     */
    @GET
    @Conditional
    @Operation(summary = "The nine metrics with formula, period, currency and inputs, and the cohorts")
    public MetricsView metrics(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        if (from == null && to == null) {
            return overview.inForce()
                    .flatMap(metrics::of)
                    .map(MetricsView::of)
                    .orElseThrow(() -> new ConflictException(
                            new Words("no run has ended", "还没有完成的运行"),
                            new Words("start a run and wait for it", "请启动一次运行并等待其完成")));
        }
        ZoneId zone = shop.opened().zone();
        Window window = new Window(
                day("from", Bodies.given(from, "from")).atStartOfDay(zone).toInstant(),
                day("to", Bodies.given(to, "to")).atStartOfDay(zone).toInstant());
        return MetricsView.of(metrics.of(window));
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(
                    field,
                    text,
                    new Words("it is no day", "不是日期"),
                    new Words("give such as 2026-01-31", "请给出如 2026-01-31"));
        }
    }
}
