package perennial.access.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.access.AuditTrail.Entry;
import perennial.access.AuditTrail.Selection;
import perennial.access.LastAdministratorException;
import perennial.access.Logins.Admitted;
import perennial.access.Logins.Refused;
import perennial.access.NameTakenException;
import perennial.access.Role;
import perennial.access.UnknownUserException;
import perennial.access.Users;
import perennial.access.Users.User;
import perennial.migrations.Databases;

class UserKeepingTest {
    @ParameterizedTest
    @EnumSource
    void a_new_user_enters_with_the_password_issued_and_has_to_change_it(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            Users.IssuedPassword issued = door.users.create("Anna", Role.ANALYST, "root");
            assertThat(issued.user()).isEqualTo("anna");
            assertThat(issued.password()).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
            User expected = new User(
                    "anna",
                    Role.ANALYST,
                    Optional.empty(),
                    door.now(),
                    Optional.empty(),
                    door.now(),
                    true,
                    Optional.of(door.now()));
            assertThat(door.logins.enter("ANNA", issued.password(), "10.0.0.1")).isEqualTo(new Admitted(expected));
            assertThat(door.users.all()).containsExactly(expected);
            assertThat(door.users.find(" anna ")).contains(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_name_means_one_actor_be_it_a_user_or_a_key(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            door.users.create("anna", Role.READER, "root");
            door.keys.issue("crm", Role.READER, Optional.empty(), "root");
            assertThatThrownBy(() -> door.users.create("Anna", Role.READER, "root"))
                    .isInstanceOf(NameTakenException.class)
                    .hasMessage("a user named \"anna\" exists");
            assertThatThrownBy(() -> door.users.create("crm", Role.READER, "root"))
                    .isInstanceOf(NameTakenException.class)
                    .hasMessage("a key named \"crm\" exists");
            assertThatThrownBy(() -> door.keys.issue("Anna", Role.READER, Optional.empty(), "root"))
                    .isInstanceOf(NameTakenException.class)
                    .hasMessage("a user named \"Anna\" exists");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_disabled_user_is_refused_until_enabled_again(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            String password = door.users.create("anna", Role.READER, "root").password();
            door.users.disable("anna", "root");
            assertThat(find(door, "anna").disabled()).contains(door.now());
            assertThat(door.logins.enter("anna", password, "10.0.0.1")).isEqualTo(new Refused());
            door.users.enable("anna", "root");
            assertThat(door.logins.enter("anna", password, "10.0.0.1")).isInstanceOf(Admitted.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_last_enabled_administrator_stays_one(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            door.users.create("anna", Role.ADMINISTRATOR, "root");
            door.users.create("bert", Role.ADMINISTRATOR, "root");
            door.users.disable("bert", "anna");
            assertThatThrownBy(() -> door.users.disable("anna", "anna")).isInstanceOf(LastAdministratorException.class);
            assertThatThrownBy(() -> door.users.changeRole("anna", Role.OPERATOR, "anna"))
                    .isInstanceOf(LastAdministratorException.class);
            door.users.changeRole("anna", Role.ADMINISTRATOR, "anna");
            door.users.changeRole("bert", Role.READER, "anna");
            door.users.enable("bert", "anna");
            assertThatThrownBy(() -> door.users.disable("anna", "anna")).isInstanceOf(LastAdministratorException.class);
            door.users.changeRole("bert", Role.ADMINISTRATOR, "anna");
            door.users.disable("anna", "bert");
            assertThat(find(door, "anna").enabled()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_administrators_who_disable_each_other_at_once_do_not_both_go(Databases database) {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (TestDoor door = TestDoor.on(database)) {
            door.users.create("anna", Role.ADMINISTRATOR, "root");
            door.users.create("bert", Role.ADMINISTRATOR, "root");
            CompletableFuture<Boolean> second = door.inTransaction(entities -> {
                door.usersOf(entities).disable("bert", "anna");
                entities.flush();
                return CompletableFuture.supplyAsync(() -> refuses(door), other);
            });
            assertThat(second.join()).isTrue();
            assertThat(find(door, "anna").enabled()).isTrue();
        } finally {
            other.shutdown();
        }
    }

    private static boolean refuses(TestDoor door) {
        try {
            door.users.disable("anna", "bert");
            return false;
        } catch (LastAdministratorException expected) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_replaces_the_password_and_ends_what_began_with_the_old_one(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            String first = door.users.create("anna", Role.READER, "root").password();
            door.wait(Duration.ofMinutes(1));
            String second = door.users.resetPassword("anna", "root").password();
            assertThat(door.logins.enter("anna", first, "10.0.0.1")).isEqualTo(new Refused());
            assertThat(door.logins.enter("anna", second, "10.0.0.1")).isInstanceOf(Admitted.class);
            assertThat(find(door, "anna").passwordSet()).isEqualTo(door.now());
            assertThat(find(door, "anna").mustChangePassword()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_user_keeps_a_language(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            door.users.create("anna", Role.READER, "root");
            door.users.chooseLanguage("anna", Locale.SIMPLIFIED_CHINESE);
            assertThat(find(door, "anna").language()).contains(Locale.SIMPLIFIED_CHINESE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_user_who_does_not_exist_is_unknown(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            assertThat(door.users.find("nobody")).isEmpty();
            assertThatThrownBy(() -> door.users.disable("nobody", "root")).isInstanceOf(UnknownUserException.class);
            assertThatThrownBy(() -> door.users.resetPassword("nobody", "root"))
                    .isInstanceOf(UnknownUserException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_act_is_in_the_audit_trail(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            door.users.create("anna", Role.READER, "root");
            door.users.changeRole("anna", Role.RISK_OFFICER, "root");
            door.users.disable("anna", "root");
            door.users.enable("anna", "root");
            door.users.resetPassword("anna", "bert");
            assertThat(door.trail.entries(Selection.ALL, 10))
                    .extracting(Entry::actor, Entry::deed, Entry::subject)
                    .containsExactly(
                            tuple("bert", "user.password-reset", "anna"),
                            tuple("root", "user.enabled", "anna"),
                            tuple("root", "user.disabled", "anna"),
                            tuple("root", "user.role-changed", "anna: risk-officer"),
                            tuple("root", "user.created", "anna: reader"));
        }
    }

    private static User find(TestDoor door, String name) {
        return door.users.find(name).orElseThrow();
    }
}
