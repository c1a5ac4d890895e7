package perennial.segmentation.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import perennial.kernel.Act;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.SegmentationVersions.Deed;
import perennial.segmentation.model.Base;
import perennial.segmentation.model.Candidate;
import perennial.segmentation.model.Decided;
import perennial.segmentation.model.Division;
import perennial.segmentation.model.DriftLimit;
import perennial.segmentation.model.Occasion;
import perennial.segmentation.model.Reasons;

/** A run's step: it makes a version, which goes live or waits, and places the run's customers by the one in force. */
@ApplicationScoped
public class Renewing {
    @Inject
    private Archive archive;

    @Inject
    private Placing placing;

    @Inject
    private SegmentationLimits limits;

    @Inject
    private Event<Act> acts;

    private final Clock clock = Clock.systemUTC();

    void renew(Run run, Optional<Run> before, Progress progress) {
        Base base = placing.base(run);
        long turn = archive.begin();
        before.ifPresent(known -> archive.clearBetween(known, run));
        if (base.isTooSmall()) {
            archive.keepNothing(run, Reasons.tooFew(base));
            return;
        }
        Optional<Decided> live = before.flatMap(archive::live);
        Optional<Division> inForce = live.map(Decided::run).flatMap(archive::division);
        Occasion occasion = new Occasion(
                run.asOf(),
                inForce,
                before.flatMap(archive.searches()::of),
                archive.lastNumber(run),
                limits.search(archive.searches().isAsked()));
        Candidate candidate = Candidate.of(base.matrix(), occasion, progress);
        boolean isNew = archive.keep(run, live.filter(known -> inForce.isPresent()), candidate);
        if (decide(run, candidate, turn, isNew)) {
            placing.place(run, before, base, run.id(), candidate.division(), turn);
        } else {
            placing.place(run, before, base, live.orElseThrow().run().id(), inForce.orElseThrow(), turn);
        }
    }

    /** Whether the version goes live by itself. */
    private boolean decide(Run run, Candidate candidate, long turn, boolean isNew) {
        DriftLimit limit = limits.drift();
        List<Words> objections = candidate.differences().map(limit::objections).orElse(List.of());
        boolean goesLive = objections.isEmpty();
        Words why = goesLive
                ? candidate.differences().map(limit::within).orElseGet(Reasons::first)
                : DriftLimit.told(objections);
        Deed.Kind kind = goesLive ? Deed.Kind.WENT_LIVE : Deed.Kind.PROPOSED;
        archive.decide(run.id(), turn, new Deed(kind, clock.instant(), Act.SYSTEM, why));
        if (isNew) {
            acts.fire(new Act(
                    Act.SYSTEM,
                    goesLive ? "segmentation.went-live" : "segmentation.proposed",
                    Long.toString(run.id())));
        }
        return goesLive;
    }
}
