package perennial.activity.ejb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import perennial.activity.Imports.Report;
import perennial.activity.jpa.CustomerRows;
import perennial.activity.jpa.Database;
import perennial.activity.jpa.FeatureTable;
import perennial.activity.jpa.ImportRows;
import perennial.activity.jpa.ImportRows.Received;
import perennial.activity.jpa.ImportRows.Waiting;
import perennial.activity.jpa.LedgerSums;
import perennial.activity.jpa.MappingRows;
import perennial.activity.jpa.ProductRows;
import perennial.activity.jpa.PurchaseHistories;
import perennial.activity.jpa.RecordedKinds;
import perennial.activity.reading.Mapping;
import perennial.activity.reading.Terms;
import perennial.analytics.history.History;
import perennial.migrations.Databases;
import perennial.storage.Disk;

/** A shop in pounds, on a database of its own, that reads files as the server does. */
final class TestShop {
    static final Currency POUNDS = Currency.getInstance("GBP");
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    final Database database;
    final CustomerRows customers;
    final ProductRows products;
    final PurchaseHistories histories;
    final FeatureTable features;
    final LedgerSums ledger;
    final RecordedKinds recorded;
    final ImportRows imports;
    final Mappings mappings;
    private final Inbox inbox;

    private TestShop(Database database, Inbox inbox) {
        this.database = database;
        this.inbox = inbox;
        customers = new CustomerRows(database);
        products = new ProductRows(database);
        histories = new PurchaseHistories(database);
        features = new FeatureTable(database);
        ledger = new LedgerSums(database);
        recorded = new RecordedKinds(database);
        imports = new ImportRows(database);
        mappings = new Mappings(new MappingRows(database));
    }

    static TestShop on(Databases database) {
        try {
            String home = Files.createTempDirectory(Path.of("target"), "shop").toString();
            return new TestShop(
                    new Database(database.fresh()), new Inbox(Optional.of(home), new Disk(Optional.of(home))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By one of the shipped mappings. */
    Report receives(String mapping, String... lines) {
        String text = String.join("\n", lines) + "\n";
        return receives(mapping, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Report receives(String mapping, InputStream content) {
        String yaml = mappings.yaml(mapping);
        String spooled = inbox.store(content);
        long id = imports.add(new Received(
                Mapping.parse(yaml).kind().label(), mapping, yaml, "file", spooled, "here", Instant.EPOCH));
        Waiting waiting = imports.unfinished().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
        new FileReading(database, imports, inbox).read(waiting, new Terms(POUNDS, LONDON));
        return imports.find(id).orElseThrow();
    }

    List<History> allHistories() {
        List<History> all = new ArrayList<>();
        histories.each(LATER, all::addAll);
        return all;
    }

    String rejected(Report report) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        new RejectedLines(imports).write(report.id(), csv);
        return csv.toString(StandardCharsets.UTF_8);
    }
}
