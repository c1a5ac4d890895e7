package perennial.churn.model;

import java.time.Instant;
import perennial.analytics.churn.ChurnModel;

/**
 * The model that gives the next scores unless a better one comes.
 *
 * @param version the run that trained it, as of {@code trained}
 */
public record Champion(long version, Instant trained, ChurnModel model) {}
