package perennial.analytics.btyd;

import java.util.Optional;

/** What became of a fit: a model with its evidence, or the statement that the data are too few for one. */
public sealed interface FitResult<M> permits Fit, NotEnoughData {

    /** The fit, where there is one. */
    default Optional<Fit<M>> found() {
        return Optional.empty();
    }
}
