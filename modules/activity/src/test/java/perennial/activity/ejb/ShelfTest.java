package perennial.activity.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.storage.Disk;

class ShelfTest {
    @TempDir
    private Path home;

    @Test
    void what_was_imported_goes_a_while_later_and_what_waits_stays() {
        DraftShelf shelf = new DraftShelf(Optional.of(home.toString()), new Disk(Optional.of(home.toString())));
        String waiting = shelf.store(new ByteArrayInputStream(new byte[] {1}));
        String imported = shelf.store(new ByteArrayInputStream(new byte[] {2}));
        shelf.keepOnly(Set.of(waiting), Instant.EPOCH);
        assertThat(shelf.has(imported)).as("not yet").isTrue();
        shelf.keepOnly(Set.of(waiting), Instant.parse("2999-01-01T00:00:00Z"));
        assertThat(shelf.has(imported)).isFalse();
        assertThat(shelf.has(waiting)).isTrue();
    }
}
