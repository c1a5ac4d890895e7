package perennial.overview.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import perennial.overview.jpa.RowSegments;
import perennial.segmentation.Segments;
import perennial.segmentation.SegmentsPlaced;

/** Has lists tell the new segments from the very moment at which they are in force. */
@ApplicationScoped
public class RowPlacing {
    @Inject
    private RowSegments rows;

    @Inject
    private Segments segments;

    void onSegmentsPlaced(@Observes SegmentsPlaced placed) {
        rows.replace(placed.run(), customers -> segments.of(placed.run(), customers));
    }
}
