package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.kernel.UnavailableException;

class DiskTest {
    private final Optional<String> home;

    DiskTest(@TempDir Path home) {
        this.home = Optional.of(home.toString());
    }

    @Test
    void a_full_disk_says_so_and_what_to_do_in_both_languages() {
        Disk full = new Disk(home, Long.MAX_VALUE);
        assertThat(full.hasRoom()).isFalse();
        assertThat(full.refusal()).get().satisfies(refusal -> {
            assertThat(refusal.reason(Locale.ENGLISH)).isEqualTo("the disk is full, so nothing more can be kept");
            assertThat(refusal.fix(Locale.ENGLISH))
                    .isEqualTo("make room on the disk of the data directory, then send it again");
            assertThat(refusal.reason(Locale.SIMPLIFIED_CHINESE)).isEqualTo("磁盘已满，无法再保存任何内容");
            assertThat(refusal.fix(Locale.SIMPLIFIED_CHINESE)).isEqualTo("请在数据目录所在磁盘腾出空间，然后重新发送");
        });
        assertThatThrownBy(full::requireRoom).isInstanceOf(UnavailableException.class);
    }

    @Test
    void a_disk_with_room_refuses_nothing() {
        Disk disk = new Disk(home, 0);
        assertThat(disk.refusal()).isEmpty();
        assertThatCode(disk::requireRoom).doesNotThrowAnyException();
    }

    @Test
    void where_nothing_is_kept_there_is_room() {
        assertThat(new Disk(Optional.empty(), Long.MAX_VALUE).hasRoom()).isTrue();
    }
}
