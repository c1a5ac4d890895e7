package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The training rows divided so that every one that is judged is judged by a model that has not seen it. Small sets are
 * judged wholly, in five or three rounds; of a large one a part is held back, once.
 */
final class Rehearsal {
    private static final int SMALL = 3_000;
    private static final int LARGE = 20_000;

    private final Observations data;
    private final List<Round> rounds;

    private Rehearsal(Observations data, List<Round> rounds) {
        this.data = data;
        this.rounds = rounds;
    }

    /** Rows to learn from, and other rows to be judged by. */
    record Round(Observations learned, Observations judged) {}

    static Rehearsal of(Observations data, long seed) {
        List<Round> rounds = new ArrayList<>();
        if (data.count() > LARGE) {
            double share = Math.min(0.2, (double) LARGE / data.count());
            boolean[] isJudged = Parts.share(data.outcomes(), share, seed);
            rounds.add(new Round(data.rows(Parts.where(isJudged, false)), data.rows(Parts.where(isJudged, true))));
            return new Rehearsal(data, rounds);
        }
        int parts = data.count() <= SMALL ? 5 : 3;
        int[] part = Parts.equal(data.outcomes(), parts, seed);
        for (int p = 0; p < parts; p++) {
            int judged = p;
            rounds.add(new Round(
                    data.rows(IntStream.range(0, part.length)
                            .filter(i -> part[i] != judged)
                            .toArray()),
                    data.rows(IntStream.range(0, part.length)
                            .filter(i -> part[i] == judged)
                            .toArray())));
        }
        return new Rehearsal(data, rounds);
    }

    /** Rounds that are divided already; whoever asks for all that there is to learn from gets the first one's. */
    static Rehearsal of(List<Round> rounds) {
        return new Rehearsal(rounds.get(0).learned(), rounds);
    }

    /** All that there is to learn from. */
    Observations data() {
        return data;
    }

    List<Round> rounds() {
        return rounds;
    }

    /** Of the judged rows, round by round. */
    boolean[] outcomes() {
        boolean[] all = new boolean[count()];
        int next = 0;
        for (Round round : rounds) {
            System.arraycopy(
                    round.judged().outcomes(), 0, all, next, round.judged().count());
            next += round.judged().count();
        }
        return all;
    }

    int count() {
        return rounds.stream().mapToInt(round -> round.judged().count()).sum();
    }

    /** The scores of the judged rows by models that a way of learning makes of the others. */
    double[] scores(Way way) {
        return rounds.parallelStream()
                .map(round -> way.learn(round.learned()).scores(round.judged().rows()))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** One way to learn, its settings fixed. */
    interface Way {
        Classifier learn(Observations data);
    }
}
