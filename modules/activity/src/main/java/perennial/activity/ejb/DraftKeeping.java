package perennial.activity.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import perennial.activity.Drafts;
import perennial.activity.MappingForm;
import perennial.activity.MappingForm.FileShape;
import perennial.activity.UnknownDraftException;
import perennial.activity.ejb.Reception.Arrival;
import perennial.activity.jpa.DraftRows;
import perennial.activity.jpa.DraftRows.DraftRow;
import perennial.activity.reading.DraftFile;
import perennial.activity.reading.MappingText;
import perennial.activity.reading.ShopFile;
import perennial.kernel.Act;

@Stateless
@Local(Drafts.class)
public class DraftKeeping implements Drafts {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration IMPORTED_KEPT = Duration.ofDays(1);

    @Inject
    private DraftRows rows;

    @Inject
    private DraftShelf shelf;

    @Inject
    private Reception reception;

    @Inject
    private Mappings mappings;

    @Inject
    private Event<Act> acts;

    private final Clock clock = Clock.systemUTC();

    @Override
    public long receive(String fileName, InputStream content, String actor) {
        Reception.checkName(fileName);
        deleteOlderThan(clock.instant().minus(KEPT));
        String stored = shelf.store(content);
        boolean kept = false;
        try {
            ShopFile.check(shelf.path(stored));
            DraftFile file = new DraftFile(shelf.path(stored));
            file.look(file.shape());
            long id = rows.add(fileName, stored, size(shelf.path(stored)), clock.instant());
            acts.fire(new Act(actor, "file.uploaded", fileName));
            kept = true;
            return id;
        } finally {
            if (!kept) {
                shelf.delete(stored);
            }
        }
    }

    private void deleteOlderThan(Instant instant) {
        rows.all().stream().filter(row -> row.received().isBefore(instant)).forEach(this::delete);
        Set<String> waiting = rows.all().stream().map(DraftRow::stored).collect(Collectors.toSet());
        shelf.keepOnly(waiting, clock.instant().minus(IMPORTED_KEPT));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be read", e);
        }
    }

    @Override
    public Draft draft(long id) {
        DraftRow row = row(id);
        DraftFile file = new DraftFile(shelf.path(row.stored()));
        List<String> sheets = file.sheets();
        return new Draft(id, row.fileName(), row.received(), row.bytes(), file.shape(), !sheets.isEmpty(), sheets);
    }

    private DraftRow row(long id) {
        return rows.find(id).filter(row -> shelf.has(row.stored())).orElseThrow(() -> new UnknownDraftException(id));
    }

    private DraftFile file(long id) {
        return new DraftFile(shelf.path(row(id).stored()));
    }

    @Override
    public List<Waiting> waiting() {
        return rows.all().stream()
                .filter(row -> shelf.has(row.stored()))
                .map(row -> new Waiting(row.id(), row.fileName(), row.received()))
                .toList();
    }

    @Override
    public Glimpse look(long id, FileShape shape) {
        return file(id).look(shape);
    }

    @Override
    public String guessKind(List<String> columns) {
        return DraftFile.kind(columns);
    }

    @Override
    public MappingForm guess(long id, FileShape shape, String kind) {
        return file(id).guess(shape, kind);
    }

    @Override
    public MappingForm form(String mapping) {
        return MappingText.read(mappings.yaml(mapping));
    }

    @Override
    public String text(MappingForm form) {
        return MappingText.write(form);
    }

    @Override
    public List<Field> fields(String kind) {
        return DraftFile.fields(kind);
    }

    @Override
    public Preview preview(long id, MappingForm form) {
        return file(id).preview(form, reception.terms());
    }

    @Override
    public long importAs(long id, MappingForm form, Optional<String> name, String actor) {
        DraftRow row = row(id);
        String yaml = MappingText.write(form);
        name.ifPresent(given -> {
            mappings.put(given, yaml);
            acts.fire(new Act(actor, "mapping.put", given));
        });
        if (!rows.delete(id)) {
            throw new UnknownDraftException(id);
        }
        try (InputStream content = Files.newInputStream(shelf.path(row.stored()))) {
            return reception.receive(new Arrival(row.fileName(), name.orElse(BY_HAND), yaml), content, actor);
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be read", e);
        }
    }

    @Override
    public void discard(long id, String actor) {
        rows.find(id).ifPresent(row -> {
            delete(row);
            acts.fire(new Act(actor, "file.discarded", row.fileName()));
        });
    }

    private void delete(DraftRow row) {
        rows.delete(row.id());
        shelf.delete(row.stored());
    }
}
