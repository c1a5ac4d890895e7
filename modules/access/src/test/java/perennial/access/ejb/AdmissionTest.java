package perennial.access.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.access.AuditTrail.Entry;
import perennial.access.AuditTrail.Selection;
import perennial.access.Logins.Admitted;
import perennial.access.Logins.Answer;
import perennial.access.Logins.Barred;
import perennial.access.Logins.Refused;
import perennial.access.Role;
import perennial.access.UnfitPasswordException;
import perennial.access.UnfitPasswordException.Flaw;
import perennial.access.model.UserName;
import perennial.migrations.Databases;

class AdmissionTest {
    private static final String HOME = "10.0.0.1";
    private static final String WRONG = "not the password";

    @ParameterizedTest
    @EnumSource
    void the_fifth_wrong_password_starts_a_wait_that_each_further_one_doubles(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            String password = anna(door);
            for (int i = 1; i < 5; i++) {
                assertThat(door.logins.enter("anna", WRONG, HOME)).isEqualTo(new Refused());
            }
            Answer barred = door.logins.enter("anna", WRONG, HOME);
            assertThat(barred).isEqualTo(new Barred(door.now().plusSeconds(30)));
            assertThat(door.logins.enter("anna", password, HOME))
                    .as("the right password is not even looked at")
                    .isEqualTo(barred);
            door.wait(Duration.ofSeconds(30));
            assertThat(door.logins.enter("anna", WRONG, HOME))
                    .isEqualTo(new Barred(door.now().plusSeconds(60)));
            door.wait(Duration.ofSeconds(59));
            assertThat(door.logins.enter("anna", password, HOME)).isInstanceOf(Barred.class);
            door.wait(Duration.ofSeconds(1));
            assertThat(door.logins.enter("anna", password, HOME)).isInstanceOf(Admitted.class);
            assertThat(door.logins.enter("anna", WRONG, HOME))
                    .as("what came before is forgiven")
                    .isEqualTo(new Refused());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_name_is_barred_from_wherever_its_password_is_guessed(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            String password = anna(door);
            for (int i = 1; i <= 5; i++) {
                door.logins.enter(i % 2 == 0 ? "anna" : " ANNA ", WRONG, "10.0.1." + i);
            }
            assertThat(door.logins.enter("anna", password, "10.0.2.1")).isInstanceOf(Barred.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_address_is_barred_whichever_names_it_tries(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            String password = anna(door);
            for (int i = 1; i < 20; i++) {
                assertThat(door.logins.enter("guess" + i, WRONG, HOME)).isEqualTo(new Refused());
                door.logins.enter("anna", password, HOME);
            }
            assertThat(door.logins.enter("guess20", WRONG, HOME)).isInstanceOf(Barred.class);
            assertThat(door.logins.enter("anna", password, HOME)).isInstanceOf(Barred.class);
            assertThat(door.logins.enter("anna", password, "10.0.0.2")).isInstanceOf(Admitted.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_name_that_nobody_has_is_answered_as_one_that_somebody_has(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            anna(door);
            for (int i = 1; i <= 6; i++) {
                assertThat(door.logins.enter("nobody", WRONG, "10.0.0.2"))
                        .isEqualTo(door.logins.enter("anna", WRONG, HOME));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void attempts_at_once_are_counted_before_their_passwords_are_looked_at(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            Attempt attempt = new Attempt(UserName.typed("anna"), HOME);
            for (int i = 1; i <= 5; i++) {
                assertThat(door.isOpenTo(attempt)).isTrue();
            }
            assertThat(door.isOpenTo(attempt)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_by_an_administrator_ends_the_wait(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            anna(door);
            for (int i = 1; i <= 5; i++) {
                door.logins.enter("anna", WRONG, HOME);
            }
            String password = door.users.resetPassword("anna", "root").password();
            assertThat(door.logins.enter("anna", password, HOME)).isInstanceOf(Admitted.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_a_day_old_is_forgotten(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            anna(door);
            for (int i = 1; i < 5; i++) {
                door.logins.enter("anna", WRONG, HOME);
            }
            door.wait(Duration.ofDays(2));
            door.forgetOldGuesses();
            assertThat(door.logins.enter("anna", WRONG, HOME)).isEqualTo(new Refused());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_failed_login_is_audited_without_what_a_stranger_typed(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            String password = anna(door);
            door.logins.enter("my secret typed in the wrong place", WRONG, HOME);
            for (int i = 1; i <= 6; i++) {
                door.logins.enter("anna", WRONG, HOME);
            }
            door.wait(Duration.ofMinutes(1));
            door.logins.enter("anna", password, HOME);
            assertThat(door.trail.entries(Selection.ALL, 8))
                    .extracting(Entry::actor, Entry::deed, Entry::subject)
                    .containsExactly(
                            tuple("anna", "login.admitted", "anna"),
                            tuple("anonymous", "login.barred", "anna @ 10.0.0.1"),
                            tuple("anonymous", "login.refused", "anna @ 10.0.0.1"),
                            tuple("anonymous", "login.refused", "anna @ 10.0.0.1"),
                            tuple("anonymous", "login.refused", "anna @ 10.0.0.1"),
                            tuple("anonymous", "login.refused", "anna @ 10.0.0.1"),
                            tuple("anonymous", "login.refused", "? @ 10.0.0.1"),
                            tuple("root", "user.created", "anna: reader"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_user_chooses_a_password_and_need_not_change_it_again(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            String issued = anna(door);
            door.wait(Duration.ofNanos(1_123_456_789));
            assertThat(door.logins.changePassword("anna", issued, "four small green hills", HOME))
                    .isInstanceOfSatisfying(Admitted.class, admitted -> {
                        assertThat(admitted.user().mustChangePassword()).isFalse();
                        assertThat(door.users.find("anna"))
                                .as("a session that remembers the answer goes on")
                                .contains(admitted.user());
                    });
            assertThat(door.logins.enter("anna", issued, HOME)).isEqualTo(new Refused());
            assertThat(door.logins.enter("anna", "four small green hills", HOME))
                    .isInstanceOf(Admitted.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_finds_a_session_open_can_not_guess_the_password_in_it(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            String issued = anna(door);
            for (int i = 1; i < 5; i++) {
                assertThat(door.logins.changePassword("anna", WRONG, "four small green hills", HOME))
                        .isEqualTo(new Refused());
            }
            assertThat(door.logins.changePassword("anna", WRONG, "four small green hills", HOME))
                    .isInstanceOf(Barred.class);
            assertThat(door.logins.changePassword("anna", issued, "four small green hills", HOME))
                    .isInstanceOf(Barred.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "short", "anna in the hills"})
    void an_unfit_password_changes_nothing(String chosen) {
        try (TestDoor door = TestDoor.on(Databases.H2)) {
            String issued = anna(door);
            assertThatThrownBy(() -> door.logins.changePassword("anna", issued, chosen, HOME))
                    .isInstanceOf(UnfitPasswordException.class);
            assertThat(door.logins.enter("anna", issued, HOME)).isInstanceOf(Admitted.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_password_is_no_change(Databases database) {
        try (TestDoor door = TestDoor.on(database)) {
            String issued = anna(door);
            assertThatThrownBy(() -> door.logins.changePassword("anna", issued, issued, HOME))
                    .isInstanceOfSatisfying(
                            UnfitPasswordException.class,
                            refusal -> assertThat(refusal.flaw()).isEqualTo(Flaw.UNCHANGED));
        }
    }

    private static String anna(TestDoor door) {
        return door.users.create("anna", Role.READER, "root").password();
    }
}
