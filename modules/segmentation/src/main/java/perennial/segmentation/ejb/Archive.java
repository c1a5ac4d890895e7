package perennial.segmentation.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.SegmentationVersions.Deed;
import perennial.segmentation.SegmentationVersions.Differences;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.State;
import perennial.segmentation.jpa.ChangeRows;
import perennial.segmentation.jpa.DifferenceRows;
import perennial.segmentation.jpa.EvidenceRows;
import perennial.segmentation.jpa.EvidenceRows.Found;
import perennial.segmentation.jpa.LineageRows;
import perennial.segmentation.jpa.MapRows;
import perennial.segmentation.jpa.MemberRows;
import perennial.segmentation.jpa.ModelRows;
import perennial.segmentation.jpa.MoveRows;
import perennial.segmentation.jpa.PlacingRows;
import perennial.segmentation.jpa.RunTables;
import perennial.segmentation.jpa.SearchRows;
import perennial.segmentation.jpa.SegmentRows;
import perennial.segmentation.jpa.TitleRows;
import perennial.segmentation.jpa.VersionRows;
import perennial.segmentation.model.Candidate;
import perennial.segmentation.model.Decided;
import perennial.segmentation.model.Division;
import perennial.segmentation.model.Placed;

/** All that is stored about segmentations, together; what changes it does so in a turn of its own. */
@ApplicationScoped
public class Archive {
    private RunTables tables;

    @SuppressWarnings("NullAway.Init") // a proxy has no fields
    protected Archive() {}

    @Inject
    public Archive(RunTables tables) {
        this.tables = tables;
    }

    /** Begins a turn; who comes next waits until the transaction has ended. */
    public long begin() {
        return placings().begin();
    }

    /** The version that a run makes, in the place of what the run had made; false if it is done again. */
    public boolean keep(Run run, Optional<Decided> live, Candidate candidate) {
        boolean known = clear(run);
        Division division = candidate.division();
        evidence().replace(run, new Found(State.FOUND, division.reason(), division.evidence()));
        models().add(run, division.model());
        searches().add(run, candidate.searched(), candidate.drift());
        if (candidate.searched().at().equals(run.asOf())) {
            searches().answer();
        }
        versions()
                .add(
                        run,
                        division,
                        live.map(decided -> decided.run().id()),
                        candidate.differences().map(Differences::drift).orElse(Map.of()));
        candidate.differences().ifPresent(differences -> {
            lineages().add(run, differences.lineage());
            differences().add(run, differences.flows());
        });
        Map<String, Words> fresh = new LinkedHashMap<>();
        division.names().forEach((id, name) -> fresh.put(id, name.words()));
        fresh.keySet().removeAll(titles().of(division.model().ids()).keySet());
        titles().keep(fresh);
        return !known;
    }

    /** That a run has too few customers for segments. */
    public void keepNothing(Run run, Words reason) {
        clear(run);
        evidence().replace(run, new Found(State.NOT_ENOUGH_DATA, reason, List.of()));
        segments().replace(run, List.of());
        members().replace(run, List.of(), row -> "");
        changes().clear(run);
        moves().clear(run);
        maps().clear(run);
        placings().clear(run);
    }

    /** What runs made that ended in a failure, so that it never came in force. */
    public void clearBetween(Run before, Run run) {
        moves().clearBetween(before, run);
        versions().between(before, run).forEach(failed -> {
            clear(failed);
            evidence().clear(failed);
        });
    }

    private boolean clear(Run run) {
        models().clear(run);
        searches().clear(run);
        lineages().clear(run);
        differences().clear(run);
        return versions().clear(run);
    }

    /** Puts the customers of a run where a version places them; the other versions stay what they are. */
    public void place(
            Run run, Optional<Run> before, long version, long turn, List<CustomerId> customers, Placed placed) {
        segments().replace(run, placed.segments());
        members().replace(run, customers, placed::of);
        maps().replace(run, placed.map(), placed.ids());
        placings().replace(run, before, version, turn);
        Map<String, Words> made = new LinkedHashMap<>();
        placed.segments().forEach(segment -> made.put(segment.id(), segment.name()));
        titles().keep(made);
    }

    public void decide(long version, long turn, Deed deed) {
        versions().decide(version, turn, deed);
    }

    /** The version that places the customers of a run; empty where there are no segments. */
    public Optional<Decided> live(Run run) {
        return placings().version(run).flatMap(id -> decided(run, id));
    }

    public Optional<Decided> decided(Run inForce, long version) {
        return versions().upTo(inForce).stream()
                .filter(decided -> decided.run().id() == version)
                .findFirst();
    }

    /** Empty if it is no longer kept. */
    public Optional<Division> division(Run version) {
        return models().of(version)
                .map(model -> versions().division(version, model, evidence().of(version)));
    }

    public Differences differences(Run version) {
        return differences().of(version, lineages().of(version), versions().drift(version));
    }

    public int lastNumber(Run run) {
        return models().lastNumber(run);
    }

    /** As people call them. */
    public List<Segment> segments(Run run, Currency currency) {
        Map<String, Words> given = titles().given();
        return segments().of(run, currency).stream()
                .map(segment -> called(segment, given.getOrDefault(segment.id(), segment.name())))
                .toList();
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

    /** What the segments of both sides are called. */
    public Map<String, Words> names(Differences differences) {
        return titles().of(differences.flows().stream()
                .flatMap(flow -> Stream.of(flow.from(), flow.to()))
                .distinct()
                .toList());
    }

    /** What the segments of a version would be called if it were in force. */
    public Map<String, Words> namesAfter(Run version) {
        Map<String, Words> names = new TreeMap<>(versions().names(version));
        names.putAll(titles().given());
        return names;
    }

    public ChangeRows changes() {
        return new ChangeRows(tables);
    }

    public EvidenceRows evidence() {
        return new EvidenceRows(tables);
    }

    public LineageRows lineages() {
        return new LineageRows(tables);
    }

    public MapRows maps() {
        return new MapRows(tables);
    }

    public MemberRows members() {
        return new MemberRows(tables);
    }

    public MoveRows moves() {
        return new MoveRows(tables);
    }

    public PlacingRows placings() {
        return new PlacingRows(tables);
    }

    public SearchRows searches() {
        return new SearchRows(tables);
    }

    public TitleRows titles() {
        return new TitleRows(tables);
    }

    public VersionRows versions() {
        return new VersionRows(tables);
    }

    private DifferenceRows differences() {
        return new DifferenceRows(tables);
    }

    private ModelRows models() {
        return new ModelRows(tables);
    }

    private SegmentRows segments() {
        return new SegmentRows(tables);
    }
}
