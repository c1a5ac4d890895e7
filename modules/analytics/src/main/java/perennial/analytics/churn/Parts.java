package perennial.analytics.churn;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Rows divided at random, each part with its share of those who left. */
final class Parts {
    private Parts() {}

    /** For each of the rows the number of its part, 0 to parts - 1: the parts of those who left are of equal size, and so are the others'. */
    static int[] equal(boolean[] outcomes, int parts, long seed) {
        int[] part = new int[outcomes.length];
        Random chance = new Random(seed);
        for (boolean kind : new boolean[] {true, false}) {
            int[] rows = shuffled(outcomes, kind, chance);
            for (int i = 0; i < rows.length; i++) {
                part[rows[i]] = i % parts;
            }
        }
        return part;
    }

    /** Whether each of the rows is in a part of the given share, at least one of each kind and never all of one. */
    static boolean[] share(boolean[] outcomes, double share, long seed) {
        boolean[] chosen = new boolean[outcomes.length];
        Random chance = new Random(seed);
        for (boolean kind : new boolean[] {true, false}) {
            int[] rows = shuffled(outcomes, kind, chance);
            int count = (int) Math.round(share * rows.length);
            for (int i = 0; i < Math.max(1, Math.min(count, rows.length - 1)); i++) {
                chosen[rows[i]] = true;
            }
        }
        return chosen;
    }

    private static int[] shuffled(boolean[] outcomes, boolean kind, Random chance) {
        int[] rows = IntStream.range(0, outcomes.length)
                .filter(i -> outcomes[i] == kind)
                .toArray();
        for (int i = rows.length - 1; i > 0; i--) {
            int other = chance.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
        return rows;
    }

    static int[] where(boolean[] chosen, boolean wanted) {
        return IntStream.range(0, chosen.length)
                .filter(i -> chosen[i] == wanted)
                .toArray();
    }

    /** At most so many of the rows, as many of each kind in proportion. */
    static int[] atMost(int most, boolean[] outcomes, long seed) {
        return outcomes.length <= most
                ? IntStream.range(0, outcomes.length).toArray()
                : Arrays.stream(where(share(outcomes, (double) most / outcomes.length, seed), true))
                        .limit(most)
                        .toArray();
    }
}
