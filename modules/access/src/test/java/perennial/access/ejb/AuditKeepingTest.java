package perennial.access.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.access.AuditTrail.Entry;
import perennial.access.AuditTrail.Selection;
import perennial.kernel.Act;
import perennial.migrations.Databases;

class AuditKeepingTest {
    @ParameterizedTest
    @EnumSource
    void the_trail_is_read_from_the_newest_page_by_page(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            record(door, "anna", "key.made", "a", "b", "c", "d", "e");
            List<Entry> first = select(door, Selection.ALL, 2);
            assertThat(first).extracting(Entry::subject).containsExactly("e", "d");
            record(door, "anna", "key.made", "f");
            List<Entry> second = select(door, Selection.ALL.before(first.get(1).id()), 2);
            assertThat(second).extracting(Entry::subject).containsExactly("c", "b");
            assertThat(select(door, Selection.ALL.before(second.get(1).id()), 2))
                    .extracting(Entry::subject)
                    .containsExactly("a");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_trail_is_read_by_actor_and_by_deed(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            record(door, "anna", "key.made", "a");
            record(door, "bert", "key.made", "b");
            record(door, "bert", "key.revoked", "c");
            assertThat(select(door, Selection.ALL.by("bert"), 9))
                    .extracting(Entry::subject)
                    .containsExactly("c", "b");
            assertThat(select(door, Selection.ALL.of("key.made"), 9))
                    .extracting(Entry::subject)
                    .containsExactly("b", "a");
            assertThat(select(door, Selection.ALL.by("bert").of("key.made"), 9))
                    .extracting(Entry::subject)
                    .containsExactly("b");
            assertThat(door.trail.deeds()).containsExactly("key.made", "key.revoked");
        }
    }

    private static void record(TestDoor door, String actor, String deed, String... subjects) {
        List.of(subjects).forEach(subject -> door.record(new Act(actor, deed, subject)));
    }

    private static List<Entry> select(TestDoor door, Selection selection, int limit) {
        return door.trail.entries(selection, limit);
    }
}
