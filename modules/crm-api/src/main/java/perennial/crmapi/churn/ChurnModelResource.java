package perennial.crmapi.churn;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.churn.ChurnScores;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;
import perennial.overview.Overview;

@Path("models/churn")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class ChurnModelResource {
    @Inject
    private ChurnScores scores;

    @Inject
    private Overview overview;

    @GET
    @Conditional
    @Operation(summary = "How the churn model in force was trained, and how well it foretold a later time")
    public ChurnModelView model() {
        return overview.inForce()
                .map(run -> ChurnModelView.of(scores.model(run)))
                .orElseThrow(() -> new ConflictException(
                        new Words("no run has ended", "还没有完成的运行"),
                        new Words("start a run and wait for it", "请启动一次运行并等待其完成")));
    }

    /**
     * @param state trained or not_enough_data
     * @param horizonDays churn is: no purchase in so many days
     * @param judged the cut-off on which the figures rest; nothing in training reached so far
     * @param auc of the model in force on that later time, as the figures that follow it
     * @param baseline the same of a model that knows only how long a customer has been silent
     * @param measures by model, with the baselines: auc, aucLower, aucUpper, logLoss, brier, liftTopTenth, ...
     */
    public record ChurnModelView(
            String state,
            String reason,
            String reasonZh,
            @Nullable String model,
            @Nullable Double auc,
            @Nullable Double logLoss,
            @Nullable Double brier,
            @Nullable Double liftTopTenth,
            @Nullable BaselineView baseline,
            double horizonDays,
            @Nullable Instant judged,
            long trainingRows,
            long judgedRows,
            double churnRate,
            Map<String, Map<String, Double>> measures) {
        private static final String RECENCY = "recency only";

        static ChurnModelView of(ChurnEvidence model) {
            Map<String, Double> own = model.model()
                    .flatMap(name -> Optional.ofNullable(model.measures().get(name)))
                    .orElse(Map.of());
            return new ChurnModelView(
                    model.state().name().toLowerCase(Locale.ROOT),
                    model.reason().english(),
                    model.reason().chinese(),
                    model.model().orElse(null),
                    own.get("auc"),
                    own.get("logLoss"),
                    own.get("brier"),
                    own.get("liftTopTenth"),
                    Optional.ofNullable(model.measures().get(RECENCY))
                            .map(BaselineView::of)
                            .orElse(null),
                    model.horizonDays(),
                    model.judged().orElse(null),
                    model.trainingRows(),
                    model.judgedRows(),
                    model.churnRate(),
                    model.measures());
        }
    }

    public record BaselineView(
            String model,
            @Nullable Double auc,
            @Nullable Double logLoss,
            @Nullable Double brier,
            @Nullable Double liftTopTenth) {
        static BaselineView of(Map<String, Double> measures) {
            return new BaselineView(
                    "recency",
                    measures.get("auc"),
                    measures.get("logLoss"),
                    measures.get("brier"),
                    measures.get("liftTopTenth"));
        }
    }
}
