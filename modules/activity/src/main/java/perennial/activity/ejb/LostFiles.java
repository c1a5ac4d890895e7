package perennial.activity.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import perennial.activity.jpa.ImportRows;
import perennial.activity.jpa.ImportRows.Waiting;
import perennial.kernel.Words;
import perennial.storage.Node;

/** Imports whose file is gone: nobody can read it any more, so they are not left to wait for ever. */
@Dependent
public class LostFiles {
    private static final Logger LOG = System.getLogger(LostFiles.class.getName());

    /** A file on another node is that one's affair, unless it has plainly ended. */
    private static final Duration LEFT_TO_OTHERS = Duration.ofDays(1);

    private final ImportRows imports;
    private final Inbox inbox;
    private final Node node;

    @Inject
    public LostFiles(ImportRows imports, Inbox inbox, Node node) {
        this.imports = imports;
        this.inbox = inbox;
        this.node = node;
    }

    void giveUp(Instant now) {
        imports.unfinished().stream().filter(file -> isLost(file, now)).forEach(file -> {
            LOG.log(Level.ERROR, "the file of import {0} is gone", file.id());
            imports.fail(
                    file.id(),
                    new Words(
                            "the file that was received is no longer in the data directory: send it again",
                            "收到的文件已不在数据目录中：请重新发送"),
                    now);
        });
    }

    private boolean isLost(Waiting file, Instant now) {
        boolean isOurs = file.node().filter(node.name()::equals).isPresent();
        return !inbox.has(file.spooled())
                && (isOurs || file.received().plus(LEFT_TO_OTHERS).isBefore(now));
    }
}
