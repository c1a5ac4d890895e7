package perennial.crmapi.churn;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.churn.ChurnScores;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.crmapi.wire.WordsView;
import perennial.kernel.ConflictException;
import perennial.overview.Overview;

@Path("models/churn")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("reader")
public class ChurnModelResource {
    @Inject
    private ChurnScores scores;

    @Inject
    private Overview overview;

    @GET
    @Operation(summary = "How the churn model in force was trained, and how well it foretold a later time")
    public ChurnModelView model() {
        return overview.inForce()
                .map(run -> ChurnModelView.of(scores.model(run)))
                .orElseThrow(() -> new ConflictException("no run has ended", "start a run and wait for it"));
    }

    /**
     * @param state trained or not_enough_data
     * @param horizonDays churn is: no purchase in so many days
     * @param judged the cut-off on which the figures rest; nothing in training reached so far
     * @param measures by model, with the baselines: auc, aucLower, aucUpper, logLoss, brier, liftTopTenth, ...
     */
    public record ChurnModelView(
            String state,
            WordsView reason,
            @Nullable String model,
            double horizonDays,
            @Nullable Instant judged,
            long trainingRows,
            long judgedRows,
            double churnRate,
            Map<String, Map<String, Double>> measures) {
        static ChurnModelView of(ChurnEvidence model) {
            return new ChurnModelView(
                    model.state().name().toLowerCase(Locale.ROOT),
                    WordsView.of(model.reason()),
                    model.model().orElse(null),
                    model.horizonDays(),
                    model.judged().orElse(null),
                    model.trainingRows(),
                    model.judgedRows(),
                    model.churnRate(),
                    model.measures());
        }
    }
}
