package perennial.segmentation.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.FeatureRows;
import perennial.activity.Shop;
import perennial.kernel.Act;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.Segments;
import perennial.segmentation.UnknownSegmentException;
import perennial.segmentation.model.Base;
import perennial.segmentation.model.Found;
import perennial.segmentation.model.GivenName;
import perennial.segmentation.model.Occasion;
import perennial.value.ValueScores;
import perennial.value.ValueScores.ValueScore;

@Stateless
@Local(Segments.class)
public class Segmenting implements Segments {
    private static final int TOGETHER = 1000;

    @Inject
    private FeatureRows features;

    @Inject
    private ValueScores scores;

    @Inject
    private Shop shop;

    @Inject
    private Archive archive;

    @Inject
    private SearchLimits limits;

    @Inject
    private Event<Act> acts;

    private final Clock clock = Clock.systemUTC();

    @Override
    public void renew(Run run, Optional<Run> before, Progress progress) {
        Base base = new Base();
        features.each(run, row -> base.add(row.features()));
        Currency currency = currency();
        Occasion occasion = new Occasion(
                run.asOf(),
                before.flatMap(known -> archive.last(known, currency)),
                archive.searches().isAsked(),
                limits.oldest(),
                limits.budget());
        Found found = Found.in(base, occasion, values(run, base.customers()), currency, progress);
        archive.write(run, found, base.customers());
    }

    private List<Optional<Money>> values(Run run, List<CustomerId> customers) {
        List<Optional<Money>> values = new ArrayList<>(customers.size());
        for (int from = 0; from < customers.size(); from += TOGETHER) {
            List<CustomerId> some = customers.subList(from, Math.min(customers.size(), from + TOGETHER));
            Map<CustomerId, ValueScore> known = scores.of(run, some);
            some.forEach(id -> values.add(Optional.ofNullable(known.get(id)).flatMap(ValueScore::expectedValue)));
        }
        return values;
    }

    @Override
    public Segmentation segmentation(Run run) {
        return archive.segmentation(run, currency());
    }

    @Override
    public Lineage lineage(Run run) {
        return archive.lineages().of(run);
    }

    @Override
    public Map<CustomerId, String> of(Run run, Collection<CustomerId> customers) {
        return archive.members().of(run, customers);
    }

    @Override
    public Optional<Search> search(Run run) {
        return archive.searches()
                .of(run)
                .map(search -> new Search(
                        search.at(), search.cause(), archive.searches().drift(run)));
    }

    @Override
    public void askForSearch(String actor) {
        archive.searches().ask(clock.instant(), actor);
        acts.fire(new Act(actor, "segment.search.asked", "segments"));
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

    private Currency currency() {
        return shop.opened().currency();
    }
}
