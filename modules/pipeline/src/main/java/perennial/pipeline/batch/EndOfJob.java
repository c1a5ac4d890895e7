package perennial.pipeline.batch;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import perennial.pipeline.ejb.Conductor;

@Named("endOfJob")
@Dependent
public class EndOfJob extends AbstractJobListener {
    @Inject
    private Conductor conductor;

    @Override
    public void afterJob() {
        conductor.rest();
    }
}
