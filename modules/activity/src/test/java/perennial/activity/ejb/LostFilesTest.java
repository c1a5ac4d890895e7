package perennial.activity.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.Imports.Report;
import perennial.activity.Imports.State;
import perennial.activity.jpa.Database;
import perennial.activity.jpa.ImportRows;
import perennial.activity.jpa.ImportRows.Received;
import perennial.migrations.Databases;
import perennial.storage.Disk;
import perennial.storage.Node;

class LostFilesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Node HERE = new Node("here");

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource
    void an_import_whose_file_is_gone_fails_and_says_in_both_languages_what_to_do(Databases databases) {
        ImportRows imports = new ImportRows(new Database(databases.fresh()));
        long lost = imports.add(received("no-such-file", HERE));
        lostFiles(imports).giveUp(NOON);
        Report report = imports.find(lost).orElseThrow();
        assertThat(report.state()).isEqualTo(State.FAILED);
        assertThat(report.failure().orElseThrow().in(Locale.ENGLISH)).endsWith("send it again");
        assertThat(report.failure().orElseThrow().in(Locale.CHINESE)).endsWith("请重新发送");
    }

    @ParameterizedTest
    @EnumSource
    void an_import_whose_file_is_here_waits_for_its_turn(Databases databases) {
        ImportRows imports = new ImportRows(new Database(databases.fresh()));
        long waiting = imports.add(received(inbox().store(new ByteArrayInputStream(new byte[] {1})), HERE));
        lostFiles(imports).giveUp(NOON.plus(Duration.ofDays(9)));
        assertThat(imports.find(waiting).orElseThrow().state()).isEqualTo(State.WAITING);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_on_another_node_is_left_to_it_for_a_day(Databases databases) {
        ImportRows imports = new ImportRows(new Database(databases.fresh()));
        long elsewhere = imports.add(received("its-file", new Node("there")));
        lostFiles(imports).giveUp(NOON.plus(Duration.ofHours(23)));
        assertThat(imports.find(elsewhere).orElseThrow().state()).isEqualTo(State.WAITING);
        lostFiles(imports).giveUp(NOON.plus(Duration.ofHours(25)));
        assertThat(imports.find(elsewhere).orElseThrow().state()).isEqualTo(State.FAILED);
    }

    private static Received received(String file, Node node) {
        return new Received("events", "perennial-events", "kind: events", "events.csv", file, node.name(), NOON);
    }

    private LostFiles lostFiles(ImportRows imports) {
        return new LostFiles(imports, inbox(), HERE);
    }

    private Inbox inbox() {
        Optional<String> folder = Optional.of(home.toString());
        return new Inbox(folder, new Disk(folder));
    }
}
