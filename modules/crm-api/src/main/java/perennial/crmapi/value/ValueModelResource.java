package perennial.crmapi.value;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.wire.MoneyView;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;
import perennial.overview.Overview;
import perennial.value.ValueScores;
import perennial.value.ValueScores.ValueModel;

@Path("models/value")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class ValueModelResource {
    @Inject
    private ValueScores scores;

    @Inject
    private Overview overview;

    @GET
    @Conditional
    @Operation(summary = "The value models in force, with their parameters")
    public ValueModelView model() {
        return overview.inForce()
                .map(run -> ValueModelView.of(scores.model(run)))
                .orElseThrow(() -> new ConflictException(
                        new Words("no run has ended", "还没有完成的运行"),
                        new Words("start a run and wait for it", "请启动一次运行并等待其完成")));
    }

    /**
     * @param state fitted or not_enough_data
     * @param parameters by the field's symbols; time is in days
     * @param expected12Months of all customers together
     */
    public record ValueModelView(
            String state,
            String purchaseModel,
            String spendModel,
            String reason,
            String reasonZh,
            Map<String, Double> parameters,
            Map<String, Double> standardErrors,
            @Nullable Double logLikelihood,
            long customers,
            @Nullable MoneyView expected12Months) {
        static ValueModelView of(ValueModel model) {
            return new ValueModelView(
                    model.state().name().toLowerCase(Locale.ROOT),
                    model.purchaseModel(),
                    model.spendModel(),
                    model.reason().english(),
                    model.reason().chinese(),
                    model.parameters(),
                    model.standardErrors(),
                    model.logLikelihood().orElse(null),
                    model.customers(),
                    model.base().map(MoneyView::of).orElse(null));
        }
    }
}
