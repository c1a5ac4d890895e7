package perennial.segmentation.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import perennial.kernel.Run;
import perennial.segmentation.SegmentationVersions.Differences;
import perennial.segmentation.SegmentationVersions.Proposal;
import perennial.segmentation.SegmentationVersions.State;
import perennial.segmentation.SegmentationVersions.Version;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Origin;
import perennial.segmentation.Segments.Picture;
import perennial.segmentation.Segments.Report;
import perennial.segmentation.Segments.Search;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.Segmentation;
import perennial.segmentation.jpa.EvidenceRows;
import perennial.segmentation.model.Decided;

/** What is told about segmentations: always of one version, though it takes several questions to the database. */
@ApplicationScoped
public class Reporting {
    private Archive archive;

    @SuppressWarnings("NullAway.Init") // a proxy has no fields
    protected Reporting() {}

    @Inject
    public Reporting(Archive archive) {
        this.archive = archive;
    }

    public Segmentation segmentation(Run run, Currency currency) {
        return steadily(() -> read(run, currency));
    }

    public Report report(Run run, Currency currency) {
        return steadily(() -> {
            Optional<Long> live = archive.placings().version(run);
            Segmentation segmentation = read(run, currency);
            List<Decided> versions = archive.versions().upTo(run);
            return new Report(
                    segmentation,
                    lineage(run, live, segmentation.segments()),
                    search(run),
                    versions.stream()
                            .map(decided -> decided.told(run, live))
                            .filter(version -> version.state() == State.LIVE)
                            .findFirst(),
                    versions.stream()
                            .filter(decided -> decided.state(run, live) == State.PROPOSED)
                            .map(decided -> proposal(decided, run, live))
                            .findFirst());
        });
    }

    public Optional<Picture> picture(Run run) {
        return steadily(() -> archive.maps()
                .shown(run)
                .map(shown -> new Picture(
                        shown,
                        archive.maps().middles(run),
                        archive.maps().dots(run),
                        archive.live(run)
                                .map(Decided::run)
                                .flatMap(archive::division)
                                .map(division -> division.model().profiles())
                                .orElse(Map.of()))));
    }

    public List<Version> versions(Run run) {
        return steadily(() -> {
            Optional<Long> live = archive.placings().version(run);
            return archive.versions().upTo(run).stream()
                    .map(decided -> decided.told(run, live))
                    .toList();
        });
    }

    /** What is read of two versions is read again. */
    private <T> T steadily(Supplier<T> reading) {
        while (true) {
            long turn = archive.placings().turn();
            T read = reading.get();
            if (archive.placings().turn() == turn) {
                return read;
            }
        }
    }

    private Segmentation read(Run run, Currency currency) {
        EvidenceRows.Found found =
                archive.evidence().of(archive.live(run).map(Decided::run).orElse(run));
        return new Segmentation(found.state(), found.reason(), archive.segments(run, currency), found.evidence());
    }

    /** Under a version that was there before, every segment was too. */
    private Lineage lineage(Run run, Optional<Long> live, List<Segment> segments) {
        if (live.filter(version -> version != run.id()).isEmpty()) {
            return archive.lineages().of(run);
        }
        Map<String, Origin> origins = new LinkedHashMap<>();
        segments.forEach(
                segment -> origins.put(segment.id(), new Origin(Origin.Kind.CONTINUED, Optional.of(segment.id()), 1)));
        return new Lineage(origins, List.of());
    }

    private Optional<Search> search(Run run) {
        return archive.searches()
                .of(run)
                .map(search -> new Search(
                        search.at(), search.cause(), archive.searches().drift(run)));
    }

    private Proposal proposal(Decided decided, Run inForce, Optional<Long> live) {
        Differences differences = archive.differences(decided.run());
        return new Proposal(
                decided.told(inForce, live),
                differences,
                archive.names(differences),
                archive.namesAfter(decided.run()));
    }
}
