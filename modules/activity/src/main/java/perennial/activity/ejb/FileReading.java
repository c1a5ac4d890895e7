package perennial.activity.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import perennial.activity.Reason;
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
import perennial.kernel.Words;

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
            imports.fail(
                    file.id(),
                    new Words(e.message(Locale.ENGLISH), e.message(Locale.SIMPLIFIED_CHINESE)),
                    clock.instant());
        }
    }

    private void write(Waiting file, Terms terms) {
        Mapping mapping = Mapping.parse(file.yaml());
        imports.reading(file.id());
        imports.total(file.id(), ShopFile.countLines(inbox.path(file.spooled()), mapping));
        database.inTransaction(connection -> {
            takeTurn(connection);
            try (ShopFile lines = ShopFile.open(inbox.path(file.spooled()), mapping, terms)) {
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
                    new Words(
                            "not one of " + lines + " lines could be used; of most (" + most.getValue() + "): "
                                    + title(most.getKey(), Locale.ENGLISH),
                            "共 " + lines + " 行，没有一行可用；其中 " + most.getValue() + " 行："
                                    + title(most.getKey(), Locale.SIMPLIFIED_CHINESE)),
                    new Words("compare the mapping's columns and formats with the file", "请将映射中的列和格式与文件对照"));
        }
    }

    private static String title(String code, Locale locale) {
        return Reason.of(code).map(reason -> reason.title(locale)).orElse(code);
    }
}
