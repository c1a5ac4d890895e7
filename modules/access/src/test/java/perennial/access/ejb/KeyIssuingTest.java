package perennial.access.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.access.ApiKeys.ApiKey;
import perennial.access.ApiKeys.IssuedKey;
import perennial.access.Caller;
import perennial.access.Role;
import perennial.access.UnknownKeyException;
import perennial.kernel.InvalidInputException;
import perennial.migrations.Databases;

class KeyIssuingTest {
    @ParameterizedTest
    @EnumSource
    void a_key_opens_until_its_end(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            Instant end = door.now().plus(Duration.ofDays(1));
            IssuedKey key = door.keys.issue("crm", Role.READER, Optional.of(end), "root");
            door.waitUntil(end.minusMillis(1));
            assertThat(door.keys.callerOf(key.secret())).contains(new Caller("crm", Role.READER));
            door.waitUntil(end);
            assertThat(door.keys.callerOf(key.secret())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_revoked_key_opens_nothing(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            IssuedKey key = door.keys.issue("crm", Role.READER, Optional.empty(), "root");
            door.keys.revoke("crm", "root");
            assertThat(door.keys.callerOf(key.secret())).isEmpty();
            assertThat(door.keys.all())
                    .containsExactly(
                            new ApiKey("crm", Role.READER, door.now(), Optional.empty(), Optional.of(door.now())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_does_not_exist_can_not_be_revoked(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            assertThatThrownBy(() -> door.keys.revoke("crm", "root")).isInstanceOf(UnknownKeyException.class);
        }
    }

    /** The operator is not held to the pace of keys, nor is what the system does anybody's. */
    @ParameterizedTest
    @EnumSource
    void no_key_passes_for_the_operator_or_the_system(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            for (String name : List.of("operator", " Operator ", "system", "anonymous")) {
                assertThatThrownBy(() -> door.keys.issue(name, Role.READER, Optional.empty(), "root"))
                        .as(name)
                        .isInstanceOf(InvalidInputException.class);
            }
            assertThat(door.keys.all()).isEmpty();
        }
    }
}
