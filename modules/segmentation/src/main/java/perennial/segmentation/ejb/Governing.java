package perennial.segmentation.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import perennial.kernel.Act;
import perennial.kernel.Run;
import perennial.segmentation.PlacingAhead;
import perennial.segmentation.SegmentationVersions;
import perennial.segmentation.SegmentsPlaced;
import perennial.segmentation.model.Choice;
import perennial.segmentation.model.Decided;

@Stateless
@Local(SegmentationVersions.class)
public class Governing implements SegmentationVersions {
    @Inject
    private Archive archive;

    @Inject
    private Reporting reporting;

    @Inject
    private Placing placing;

    @Inject
    private Event<Object> events;

    private final Clock clock = Clock.systemUTC();

    @Override
    public List<Version> all(Run inForce) {
        return reporting.versions(inForce);
    }

    @Override
    public void approve(Run inForce, long proposal, Remark remark) {
        long turn = begin();
        Choice.waiting(
                archive.versions().upTo(inForce), inForce, archive.placings().version(inForce), proposal);
        putInForce(inForce, proposal, turn);
        note(proposal, turn, Deed.Kind.APPROVED, "segmentation.approved", remark);
    }

    @Override
    public void reject(Run inForce, long proposal, Remark remark) {
        long turn = begin();
        Choice.waiting(
                archive.versions().upTo(inForce), inForce, archive.placings().version(inForce), proposal);
        note(proposal, turn, Deed.Kind.REJECTED, "segmentation.rejected", remark);
    }

    @Override
    public void rollBack(Run inForce, long live, Remark remark) {
        long turn = begin();
        long before = Choice.before(archive.live(inForce), live);
        putInForce(inForce, before, turn);
        note(before, turn, Deed.Kind.RESTORED, "segmentation.rolled-back", remark);
    }

    /** Who is at work with segments says so before anything is looked at. */
    private long begin() {
        events.fire(new PlacingAhead());
        return archive.begin();
    }

    private void putInForce(Run run, long version, long turn) {
        placing.place(
                run,
                archive.placings().before(run),
                placing.base(run),
                version,
                archive.decided(run, version)
                        .map(Decided::run)
                        .flatMap(archive::division)
                        .orElseThrow(Choice::nothingBefore),
                turn);
        events.fire(new SegmentsPlaced(run));
    }

    private void note(long version, long turn, Deed.Kind kind, String act, Remark remark) {
        archive.decide(version, turn, new Deed(kind, clock.instant(), remark.actor(), remark.words()));
        events.fire(new Act(remark.actor(), act, Long.toString(version)));
    }
}
