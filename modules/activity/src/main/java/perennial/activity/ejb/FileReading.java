package perennial.activity.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import perennial.activity.jpa.ActivityWriter;
import perennial.activity.jpa.Database;
import perennial.activity.jpa.ImportRows;
import perennial.activity.jpa.ImportRows.Waiting;
import perennial.activity.jpa.Tally;
import perennial.activity.reading.Mapping;
import perennial.activity.reading.Outcome;
import perennial.activity.reading.ShopFile;
import perennial.activity.reading.Terms;
import perennial.kernel.InvalidInputException;

/** Reads one stored file into the tables, in one transaction: all of it, or nothing. */
@Dependent
public class FileReading {
    /** Lines between two words on the progress. */
    private static final long STRIDE = 5_000;

    private final Database database;
    private final ImportRows imports;
    private final Inbox inbox;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public FileReading(Database database, ImportRows imports, Inbox inbox) {
        this.database = database;
        this.imports = imports;
        this.inbox = inbox;
    }

    /** Ends in an import that is completed, or failed with nothing kept but the reason. */
    public void read(Waiting file, Terms terms) {
        try {
            write(file, terms);
        } catch (InvalidInputException e) {
            imports.fail(file.id(), String.valueOf(e.getMessage()), clock.instant());
        }
    }

    private void write(Waiting file, Terms terms) {
        Mapping mapping = Mapping.parse(file.yaml());
        imports.reading(file.id());
        imports.total(file.id(), countLines(file, mapping));
        database.inTransaction(connection -> {
            takeTurn(connection);
            try (InputStream content = inbox.open(file.spooled());
                    ShopFile lines = ShopFile.open(content, mapping, terms)) {
                ActivityWriter writer = new ActivityWriter(connection, file.id(), mapping);
                long count = copy(lines, writer, file.id());
                writer.finish();
                refuseIfNothingWasUsable(writer.tally(), count);
                ImportRows.complete(connection, file.id(), count, writer.tally(), clock.instant());
                return count;
            } catch (IOException e) {
                throw new UncheckedIOException("the stored file can't be closed", e);
            }
        });
    }

    private long countLines(Waiting file, Mapping mapping) {
        try (InputStream content = inbox.open(file.spooled())) {
            return ShopFile.countLines(content, mapping);
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be closed", e);
        }
    }

    /** Waits until no other import is being written, on any node. */
    private static void takeTurn(Connection connection) throws SQLException {
        try (PreparedStatement turn =
                connection.prepareStatement("select id from import_turn where id = 1 for update")) {
            turn.executeQuery().close();
        }
    }

    private long copy(ShopFile lines, ActivityWriter writer, long id) throws SQLException {
        long count = 0;
        for (Optional<Outcome> outcome = lines.next(); outcome.isPresent(); outcome = lines.next()) {
            writer.add(outcome.get());
            count++;
            if (count % STRIDE == 0) {
                imports.read(id, count);
            }
        }
        return count;
    }

    /** A whole file that fits nowhere speaks of a wrong mapping, and not of bad lines. */
    private static void refuseIfNothingWasUsable(Tally tally, long lines) {
        boolean used = tally.known() > 0
                || tally.accepted().keySet().stream().anyMatch(what -> !what.equals("customers"))
                || tally.setApart().isEmpty();
        if (!used) {
            Map.Entry<String, Long> most = tally.setApart().entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow();
            throw new InvalidInputException(
                    "file",
                    most.getKey(),
                    "not one of " + lines + " lines could be used; " + most.getValue() + " of them: " + most.getKey(),
                    "compare the mapping's columns and formats with the file");
        }
    }
}
