package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import perennial.analytics.evaluation.Auc;
import perennial.analytics.evaluation.Interval;

/** Importance by shuffling (Breiman, Machine Learning 45, 2001, section 10): the same for every kind of model. */
final class Shuffling {
    private static final int TIMES = 5;
    private static final int MOST_ROWS = 1_000;
    private static final double Z = 1.96;

    private final List<Block> blocks;
    private final double[][] rows;
    private final boolean[] outcomes;
    private final long seed;

    /** Neighbouring columns that are shuffled together. */
    record Block(String name, int from, int width) {}

    Shuffling(List<Block> blocks, Observations test, long seed) {
        Observations some = test.rows(Parts.atMost(MOST_ROWS, test.outcomes(), seed));
        this.blocks = List.copyOf(blocks);
        this.rows = some.rows();
        this.outcomes = some.outcomes();
        this.seed = seed;
    }

    /** Of every block, the most important first. */
    List<Importance> importances(Classifier classifier) {
        double whole = Auc.of(classifier.scores(rows), outcomes).value();
        List<Importance> importances = new ArrayList<>();
        for (Block block : blocks) {
            Random chance = new Random(seed);
            double[] drops = new double[TIMES];
            for (int time = 0; time < TIMES; time++) {
                drops[time] = whole
                        - Auc.of(classifier.scores(shuffled(block, chance)), outcomes)
                                .value();
            }
            importances.add(new Importance(block.name(), interval(drops)));
        }
        importances.sort(
                Comparator.comparingDouble((Importance one) -> one.drop().value())
                        .reversed());
        return importances;
    }

    private double[][] shuffled(Block block, Random chance) {
        int[] from = new int[rows.length];
        for (int i = 0; i < from.length; i++) {
            int other = chance.nextInt(i + 1);
            from[i] = from[other];
            from[other] = i;
        }
        double[][] shuffled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            shuffled[i] = rows[i].clone();
            System.arraycopy(rows[from[i]], block.from(), shuffled[i], block.from(), block.width());
        }
        return shuffled;
    }

    private static Interval interval(double[] drops) {
        double mean = 0;
        for (double drop : drops) {
            mean += drop / drops.length;
        }
        double squares = 0;
        for (double drop : drops) {
            squares += (drop - mean) * (drop - mean);
        }
        double reach = Z * Math.sqrt(squares / (drops.length - 1) / drops.length);
        return new Interval(mean, mean - reach, mean + reach);
    }
}
