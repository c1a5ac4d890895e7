package perennial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    private Path directory;

    private final StandInServer server = StandInServer.started();
    private Path installation = Path.of("");

    @BeforeEach
    void install() throws IOException {
        installation = Spoken.installation(Files.createDirectory(directory.resolve("installation")), server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void backup_writes_a_file_and_says_where() {
        Path file = directory.resolve("a.zip");

        Spoken spoken = Spoken.of(installation, "backup", file.toString());

        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains(file.toString()).contains("customers' data");
        assertThat(file).isNotEmptyFile();
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void backup_writes_over_nothing() throws IOException {
        Path file = Files.writeString(directory.resolve("a.zip"), "an older one");

        assertThat(Spoken.of(installation, "backup", file.toString()).err()).contains("name another file");
        assertThat(file).hasContent("an older one");
    }

    @Test
    void a_backup_that_broke_off_leaves_no_file() {
        server.withBrokenBackups();
        Path file = directory.resolve("a.zip");

        Spoken spoken = Spoken.of(installation, "backup", file.toString());

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.err()).contains("broke off");
        assertThat(file).doesNotExist();
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void restore_into_an_empty_installation_does_not_ask() throws IOException {
        Path file = Files.writeString(directory.resolve("a.zip"), "12345");

        Spoken spoken = Spoken.of(installation, "restore", file.toString());

        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        assertThat(server.restored()).contains("replace=false 5");
    }

    @Test
    void restore_over_a_shop_wants_yes() throws IOException {
        server.withShop("{\"name\":\"Shop\"}");
        Path file = Files.writeString(directory.resolve("a.zip"), "12345");

        Spoken unsure = Spoken.of(installation, "restore", file.toString());
        assertThat(unsure.exitCode()).isEqualTo(2);
        assertThat(unsure.err()).contains("--yes");
        assertThat(server.restored()).isEmpty();

        assertThat(Spoken.of(installation, "restore", file.toString(), "--yes").exitCode())
                .isZero();
        assertThat(server.restored()).contains("replace=true 5");
    }

    @Test
    void restore_of_a_file_that_is_not_there_says_so() {
        assertThat(Spoken.of(installation, "restore", "nowhere.zip").err()).contains("nowhere.zip");
    }
}
