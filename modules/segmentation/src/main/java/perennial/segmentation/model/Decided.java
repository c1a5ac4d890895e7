package perennial.segmentation.model;

import java.util.Optional;
import perennial.kernel.Run;
import perennial.segmentation.SegmentationVersions.Deed;
import perennial.segmentation.SegmentationVersions.State;
import perennial.segmentation.SegmentationVersions.Version;

/**
 * A version with what was decided about it last. Whether it is in force is not told here: the placing of the run in
 * force alone says so, hence a run that fails after this step has changed nothing.
 *
 * @param run that made it
 * @param before the version that it was compared to and comes after; empty for the first one
 */
public record Decided(Run run, Optional<Long> before, int segments, Deed last) {
    /** @param live the version that places the customers of the run in force; empty where none does */
    public State state(Run inForce, Optional<Long> live) {
        if (live.filter(version -> version == run.id()).isPresent()) {
            return State.LIVE;
        }
        if (last.kind() == Deed.Kind.REJECTED) {
            return State.REJECTED;
        }
        boolean waits = last.kind() == Deed.Kind.PROPOSED && run.id() == inForce.id() && before.equals(live);
        return waits ? State.PROPOSED : State.REPLACED;
    }

    public Version told(Run inForce, Optional<Long> live) {
        return new Version(run.id(), run.asOf(), state(inForce, live), before, segments, last);
    }
}
