package perennial.segmentation.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.features.Features;
import perennial.kernel.Act;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.Segments;
import perennial.segmentation.UnknownSegmentException;
import perennial.segmentation.model.Decided;
import perennial.segmentation.model.GivenName;
import perennial.segmentation.model.Reassigned;

@Stateless
@Local(Segments.class)
public class Segmenting implements Segments {
    @Inject
    private Renewing renewing;

    @Inject
    private Reporting reporting;

    @Inject
    private Placing placing;

    @Inject
    private Reassigning reassigning;

    @Inject
    private Archive archive;

    @Inject
    private Event<Act> acts;

    private final Clock clock = Clock.systemUTC();

    @Override
    public void renew(Run run, Optional<Run> before, Progress progress) {
        renewing.renew(run, before, progress);
    }

    @Override
    public Segmentation segmentation(Run run) {
        return reporting.segmentation(run, placing.currency());
    }

    @Override
    public Report report(Run run) {
        return reporting.report(run, placing.currency());
    }

    @Override
    public Optional<Picture> picture(Run run) {
        return reporting.picture(run);
    }

    @Override
    public Map<CustomerId, String> places(Run run, List<Features> customers) {
        return archive.live(run)
                .map(Decided::run)
                .flatMap(archive::division)
                .map(inForce -> Reassigned.places(inForce, customers))
                .orElse(Map.of());
    }

    @Override
    public long placing(Run run) {
        return archive.placings().number(run);
    }

    @Override
    public Map<CustomerId, String> of(Run run, Collection<CustomerId> customers) {
        return archive.members().of(run, customers);
    }

    @Override
    public Map<CustomerId, String> of(Run run, CustomerSpan customers) {
        return archive.members().of(run, customers);
    }

    @Override
    public Map<CustomerId, String> placed(Run run, CustomerSpan customers) {
        return archive.members().placed(run, customers);
    }

    @Override
    public void place(Run inForce, List<Features> changed) {
        reassigning.place(inForce, changed);
    }

    @Override
    public void begin(Run inForce) {
        archive.changes().clearAllBut(inForce);
    }

    @Override
    public void askForSearch(String actor) {
        archive.searches().ask(clock.instant(), actor);
        acts.fire(new Act(actor, "segment.search.asked", "segments"));
    }

    @Override
    public long edition() {
        return archive.placings().turn();
    }

    @Override
    public Map<String, Words> givenNames() {
        return archive.titles().given();
    }

    @Override
    public Map<String, Words> names(Collection<String> ids) {
        return archive.titles().of(ids);
    }

    @Override
    public void rename(Run run, String id, Words name, String actor) {
        Words given = GivenName.of(name, id, segmentation(run).segments());
        archive.titles().give(id, Optional.of(given));
        acts.fire(new Act(actor, "segment.renamed", id));
    }

    @Override
    public void forgetName(Run run, String id, String actor) {
        if (segmentation(run).segments().stream()
                .noneMatch(segment -> segment.id().equals(id))) {
            throw new UnknownSegmentException(id);
        }
        archive.titles().give(id, Optional.empty());
        acts.fire(new Act(actor, "segment.name-forgotten", id));
    }
}
