package perennial.activity.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import perennial.activity.Imports;
import perennial.activity.Shop;
import perennial.activity.UnknownImportException;
import perennial.activity.jpa.ImportRows;
import perennial.activity.jpa.ImportRows.Received;
import perennial.activity.jpa.ShopRow;
import perennial.activity.reading.Mapping;
import perennial.activity.reading.ShopFile;
import perennial.activity.reading.Terms;
import perennial.kernel.Act;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

@Stateless
@Local(Imports.class)
public class FileImporting implements Imports {
    private static final int LONGEST_FILE_NAME = 500;

    @Inject
    private ImportRows rows;

    @Inject
    private Mappings mappings;

    @Inject
    private Inbox inbox;

    @Inject
    private RejectedLines rejected;

    @Inject
    private ShopRow shop;

    @Inject
    private Event<Object> events;

    private final Clock clock = Clock.systemUTC();

    @Override
    public long start(String mapping, String fileName, InputStream content, String actor) {
        if (fileName.isBlank() || fileName.length() > LONGEST_FILE_NAME) {
            throw new InvalidInputException(
                    "file name",
                    fileName,
                    new Words("a file's name has 1 to 500 characters", "文件名为 1 至 500 个字符"),
                    new Words("give the file a shorter name", "请使用较短的文件名"));
        }
        String yaml = mappings.yaml(mapping);
        Mapping parsed = Mapping.parse(yaml);
        Shop.Settings settings = shop.opened();
        String spooled = inbox.store(content);
        boolean kept = false;
        try {
            lookAt(spooled, parsed, new Terms(settings.currency(), settings.zone()));
            long id = rows.add(new Received(parsed.kind().label(), mapping, yaml, fileName, spooled, clock.instant()));
            events.fire(new Act(actor, "file.imported", fileName));
            events.fire(new FileArrived(id));
            kept = true;
            return id;
        } finally {
            if (!kept) {
                inbox.delete(spooled);
            }
        }
    }

    /** So that a file that can't be read at all is refused while its sender still listens. */
    private void lookAt(String spooled, Mapping mapping, Terms terms) {
        try (InputStream content = inbox.open(spooled);
                ShopFile file = ShopFile.open(content, mapping, terms)) {
            file.next();
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be closed", e);
        }
    }

    @Override
    public Report report(long id) {
        return rows.find(id).orElseThrow(() -> new UnknownImportException(id));
    }

    @Override
    public List<Report> latest(int limit) {
        return rows.latest(limit);
    }

    @Override
    public Totals totals() {
        return rows.totals();
    }

    @Override
    public void writeRejected(long id, OutputStream to) {
        report(id);
        rejected.write(id, to);
    }

    @Override
    public void putMapping(String name, String yaml, String actor) {
        mappings.put(name, yaml);
        events.fire(new Act(actor, "mapping.put", name));
    }

    @Override
    public Map<String, String> mappings() {
        return mappings.kinds();
    }
}
