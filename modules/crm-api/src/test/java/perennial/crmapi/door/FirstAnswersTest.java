package perennial.crmapi.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.crmapi.door.FirstAnswers.Answer;
import perennial.crmapi.door.FirstAnswers.Kept;
import perennial.migrations.Databases;

class FirstAnswersTest {
    private static final Instant NOW = Instant.parse("2025-06-02T00:00:00Z");
    private static final FirstAnswers.Key KEY = new FirstAnswers.Key("crm", "k-1");
    private static final Answer ANSWER =
            new Answer("abc", 201, Optional.of("/runs/1"), "application/json", "{\"id\":1}");

    @ParameterizedTest
    @EnumSource
    void the_first_request_takes_the_key_and_its_answer_is_found_again(Databases database) {
        FirstAnswers answers = new FirstAnswers(database.fresh());
        assertThat(answers.begin(KEY, "/runs?", NOW)).isTrue();
        assertThat(answers.begin(KEY, "/runs?", NOW)).isFalse();
        assertThat(answers.find(KEY)).contains(new Kept("/runs?", Optional.empty()));
        answers.keep(KEY, ANSWER);
        assertThat(answers.find(KEY)).contains(new Kept("/runs?", Optional.of(ANSWER)));
    }

    @ParameterizedTest
    @EnumSource
    void each_caller_has_keys_of_their_own(Databases database) {
        FirstAnswers answers = new FirstAnswers(database.fresh());
        assertThat(answers.begin(KEY, "/runs?", NOW)).isTrue();
        assertThat(answers.begin(new FirstAnswers.Key("shop", "k-1"), "/runs?", NOW))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_key_given_back_or_too_old_is_free_again(Databases database) {
        FirstAnswers answers = new FirstAnswers(database.fresh());
        answers.begin(KEY, "/runs?", NOW);
        answers.forget(KEY);
        assertThat(answers.begin(KEY, "/runs?", NOW)).isTrue();
        assertThat(answers.begin(KEY, "/runs?", NOW.plus(FirstAnswers.KEPT))).isFalse();
        assertThat(answers.begin(KEY, "/runs?", NOW.plus(FirstAnswers.KEPT).plusSeconds(1)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void of_many_at_once_one_takes_the_key(Databases database) {
        DataSource source = database.fresh();
        List<CompletableFuture<Boolean>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> new FirstAnswers(source).begin(KEY, "/runs?", NOW)))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).filter(first -> first))
                .hasSize(1);
    }
}
