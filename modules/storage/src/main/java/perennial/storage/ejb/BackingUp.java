package perennial.storage.ejb;

import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.sql.DataSource;
import perennial.kernel.UnavailableException;
import perennial.kernel.Words;
import perennial.storage.Backups;
import perennial.storage.KeptFiles;
import perennial.storage.RestoreAhead;
import perennial.storage.jpa.BackupReader;
import perennial.storage.jpa.BackupWriter;

@Stateless
@Local(Backups.class)
public class BackingUp implements Backups {
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    @Inject
    @Any
    private Instance<KeptFiles> kept;

    @Inject
    private Replacing replacing;

    @Inject
    private Event<RestoreAhead> restores;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write(OutputStream to) {
        new BackupWriter(database, folders()).write(to);
    }

    /** Asks twice whether it may: before anything is done, and in the transaction that does it. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void restore(InputStream backup, boolean isReplacing, String actor) {
        RestoreAhead ahead = new RestoreAhead(isReplacing);
        restores.fire(ahead);
        Path file = received(backup);
        try {
            new BackupReader(database, folders()).prepare(file);
            replacing.replace(file, folders(), ahead, actor);
        } finally {
            delete(file);
        }
    }

    private static Path received(InputStream backup) {
        try {
            Path file = Files.createTempFile("perennial", ".backup");
            Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UnavailableException(
                    new Words("the backup can't be received", "无法接收备份"),
                    new Words("make room in the folder for temporary files, then send it again", "请在临时文件夹中腾出空间，然后重新发送"),
                    e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<KeptFiles> folders() {
        return kept.stream().toList();
    }
}
