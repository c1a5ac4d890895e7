package perennial.churn.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import perennial.churn.jpa.ChurnModelRows;
import perennial.churn.jpa.FittedModels;
import perennial.churn.jpa.PictureRows;
import perennial.churn.jpa.SearchRows;
import perennial.churn.jpa.VersionRows;
import perennial.churn.model.Champion;
import perennial.churn.model.Trained;
import perennial.kernel.Run;

/** All that is stored about models, together. */
@ApplicationScoped
public class Archive {
    @Inject
    private ChurnModelRows evidence;

    @Inject
    private FittedModels fitted;

    @Inject
    private VersionRows versions;

    @Inject
    private PictureRows pictures;

    @Inject
    private SearchRows searches;

    /** Drops what runs after this one made; 0 for all. */
    public void clearAfter(long run) {
        versions.clearAfter(run);
        searches.clearAfter(run);
    }

    /** The model that gives the scores after a run, unless a better one comes; empty where none can be read. */
    public Optional<Champion> champion(Run run) {
        return versions.next(run)
                .flatMap(version -> versions.upTo(run).stream()
                        .map(Trained::run)
                        .filter(trained -> trained.id() == version)
                        .findFirst())
                .flatMap(trained -> fitted.of(trained).map(model -> new Champion(trained.id(), trained.asOf(), model)));
    }

    public ChurnModelRows evidence() {
        return evidence;
    }

    public FittedModels fitted() {
        return fitted;
    }

    public VersionRows versions() {
        return versions;
    }

    public PictureRows pictures() {
        return pictures;
    }

    public SearchRows searches() {
        return searches;
    }
}
