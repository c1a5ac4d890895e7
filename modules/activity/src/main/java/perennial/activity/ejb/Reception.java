package perennial.activity.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import perennial.activity.Shop;
import perennial.activity.jpa.ImportRows;
import perennial.activity.jpa.ImportRows.Received;
import perennial.activity.jpa.ShopRow;
import perennial.activity.reading.Mapping;
import perennial.activity.reading.ShopFile;
import perennial.activity.reading.Terms;
import perennial.kernel.Act;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.storage.Node;

/** The one way in for files, whoever sends them. */
@Dependent
public class Reception {
    private static final int LONGEST_FILE_NAME = 500;

    private final ImportRows rows;
    private final Inbox inbox;
    private final ShopRow shop;
    private final Event<Object> events;
    private final Node node;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public Reception(ImportRows rows, Inbox inbox, ShopRow shop, Event<Object> events, Node node) {
        this.rows = rows;
        this.inbox = inbox;
        this.shop = shop;
        this.events = events;
        this.node = node;
    }

    /** Its name, its mapping's text, and the name of that. */
    record Arrival(String fileName, String mapping, String yaml) {}

    /** Stores the file and queues it, or refuses it while its sender still listens. */
    long receive(Arrival arrival, InputStream content, String actor) {
        checkName(arrival.fileName());
        Mapping mapping = Mapping.parse(arrival.yaml());
        Terms terms = terms();
        String spooled = inbox.store(content);
        boolean kept = false;
        try {
            lookAt(spooled, mapping, terms);
            long id = rows.add(new Received(
                    mapping.kind().label(),
                    arrival.mapping(),
                    arrival.yaml(),
                    arrival.fileName(),
                    spooled,
                    node.name(),
                    clock.instant()));
            events.fire(new Act(actor, "file.imported", arrival.fileName()));
            events.fire(new FileArrived(id));
            kept = true;
            return id;
        } finally {
            if (!kept) {
                inbox.delete(spooled);
            }
        }
    }

    static void checkName(String fileName) {
        if (fileName.isBlank() || fileName.length() > LONGEST_FILE_NAME) {
            throw new InvalidInputException(
                    "file name",
                    fileName,
                    new Words("a file's name has 1 to 500 characters", "文件名为 1 至 500 个字符"),
                    new Words("give the file a shorter name", "请使用较短的文件名"));
        }
    }

    Terms terms() {
        Shop.Settings settings = shop.opened();
        return new Terms(settings.currency(), settings.zone());
    }

    private void lookAt(String spooled, Mapping mapping, Terms terms) {
        ShopFile.check(inbox.path(spooled));
        try (ShopFile file = ShopFile.open(inbox.path(spooled), mapping, terms)) {
            file.next();
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be closed", e);
        }
    }
}
