package perennial.segmentation.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.Segmentation;
import perennial.segmentation.jpa.LineageRows;
import perennial.segmentation.jpa.MemberRows;
import perennial.segmentation.jpa.ModelRows;
import perennial.segmentation.jpa.SearchRows;
import perennial.segmentation.jpa.SegmentationRows;
import perennial.segmentation.jpa.TitleRows;
import perennial.segmentation.model.Found;
import perennial.segmentation.model.Last;

/** All that is stored about segmentations, together. */
@ApplicationScoped
public class Archive {
    @Inject
    private SegmentationRows segmentations;

    @Inject
    private MemberRows members;

    @Inject
    private ModelRows models;

    @Inject
    private LineageRows lineages;

    @Inject
    private TitleRows titles;

    @Inject
    private SearchRows searches;

    public MemberRows members() {
        return members;
    }

    public LineageRows lineages() {
        return lineages;
    }

    public TitleRows titles() {
        return titles;
    }

    public SearchRows searches() {
        return searches;
    }

    /** In the place of what the run had written. */
    public void write(Run run, Found found, List<CustomerId> customers) {
        segmentations.write(run, found.segmentation());
        members.clear(run);
        models.clear(run);
        lineages.clear(run);
        searches.clear(run);
        found.division().ifPresent(division -> {
            models.add(run, division.model());
            lineages.add(run, division.lineage());
            searches.add(run, division.searched(), division.drift());
            if (division.searched().at().equals(run.asOf())) {
                searches.answer();
            }
            List<String> ids = division.model().ids();
            members.add(run, customers, row -> ids.get(division.assignment().of(row)));
            Map<String, Words> made = new LinkedHashMap<>();
            found.segmentation().segments().forEach(segment -> made.put(segment.id(), segment.name()));
            titles.keep(made);
        });
    }

    /** What a run found before; empty where it had too few customers. */
    public Optional<Last> last(Run run, Currency currency) {
        return models.of(run).map(model -> new Last(model, segmentations.read(run, currency), searches.of(run)));
    }

    /** With the names that people gave. */
    public Segmentation segmentation(Run run, Currency currency) {
        Segmentation found = segmentations.read(run, currency);
        Map<String, Words> given = titles.given();
        return new Segmentation(
                found.state(),
                found.reason(),
                found.segments().stream()
                        .map(segment -> called(segment, given.getOrDefault(segment.id(), segment.name())))
                        .toList(),
                found.evidence());
    }

    private static Segment called(Segment segment, Words name) {
        return new Segment(
                segment.id(),
                name,
                segment.size(),
                segment.share(),
                segment.sales(),
                segment.expectedValue(),
                segment.centroid(),
                segment.claims());
    }
}
