package perennial.crmapi.churn;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.overview.CustomerQuery;

/** Which of those at risk. */
public class AtRiskFilter {
    @QueryParam("stage")
    private @Nullable String stage;

    @QueryParam("segment")
    private @Nullable String segment;

    CustomerQuery page(Optional<String> cursor, int limit) {
        return CustomerQuery.atRisk(Optional.ofNullable(stage), Optional.ofNullable(segment), cursor, limit);
    }
}
