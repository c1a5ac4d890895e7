package perennial.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import perennial.kernel.UnavailableException;
import perennial.kernel.Words;
import perennial.storage.jpa.EmbeddedDatabase;

/**
 * What was committed. H2 writes it to its file a moment later, all of it up to some commit; PostgreSQL writes it before
 * it says that it has committed.
 */
@ApplicationScoped
public class Commits {
    private OneForAll<SQLException> writing;

    /** Of the proxy that the container puts before it; it never works. */
    @SuppressWarnings("NullAway.Init")
    protected Commits() {}

    @Inject
    public Commits(EmbeddedDatabase database) {
        this.writing = new OneForAll<>(() -> database.act(Commits::write));
    }

    /**
     * Returns when all that was committed so far would survive the end of the server: before somebody is told that it
     * is kept, and before anything is deleted for which it stands. Not within a transaction. Whoever comes while the disk
     * is at it shares the next writing with all others who wait.
     */
    public void settle() {
        try {
            writing.run();
        } catch (SQLException | MVStoreException e) {
            throw new UnavailableException(
                    new Words("what was done can't be written to the disk yet", "已完成的操作暂时无法写入磁盘"),
                    new Words("look whether it was done, else do it again", "请查看是否已完成，否则重做"),
                    e);
        }
    }

    /**
     * What {@code checkpoint sync} says that it does: that synchronises the file without waiting for the threads that
     * another has handed the last commits to. A connection of its own keeps the database from being shut meanwhile.
     */
    private static void write(MVStore store) {
        store.commit(); // waits for its own writing, of which there is none when another has taken all
        if (store.getFileStore().lastChunkVersion() < store.getCurrentVersion()) {
            store.executeFilestoreOperation(() -> {}); // waits for those threads
        }
        store.sync();
    }
}
