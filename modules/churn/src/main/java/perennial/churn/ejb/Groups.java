package perennial.churn.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.churn.Snapshot;
import perennial.churn.ChurnPicture.Group;
import perennial.churn.ChurnPicture.Grouping;
import perennial.churn.model.Pictures;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.profiles.Stages;
import perennial.segmentation.Segments;

/** How a model does in each stage and segment: placed by what was known at the cut, so that no group knows who left. */
@ApplicationScoped
public class Groups {
    @Inject
    private Stages stages;

    @Inject
    private Segments segments;

    public List<Group> of(Run run, ChurnModel model, Snapshot heldOut) {
        List<Group> groups = new ArrayList<>();
        Stages.Placing placing = stages.placing(run);
        groups.addAll(Pictures.groups(
                model,
                heldOut,
                Grouping.STAGE,
                customer -> Optional.of(placing.of(customer).stage().label())));
        Map<CustomerId, String> places = segments.places(run, heldOut.features());
        groups.addAll(Pictures.groups(
                model, heldOut, Grouping.SEGMENT, customer -> Optional.ofNullable(places.get(customer.customer()))));
        return groups;
    }
}
