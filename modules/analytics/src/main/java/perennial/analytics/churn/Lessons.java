package perennial.analytics.churn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import perennial.kernel.Words;

/** How each learner learns; where it can learn in several ways, the rehearsal takes the one of the least log-loss. */
final class Lessons {
    /** JSAT's forest takes twelve processor seconds for so many rows; beyond them XGBoost grows it. */
    private static final int JSAT_ROWS = 20_000;

    private static final int SVM_ROWS = 10_000;

    /** Enough to calibrate and to compare by; the time that it takes grows with their square. */
    private static final int SVM_REHEARSED_ROWS = 2_000;

    private static final int TREES = 100;
    private static final int FOREST_DEPTH = 12;
    private static final int[] DEPTHS = {3, 4};
    private static final int LEAST_LEAF = 5;
    private static final double LEAF_SHARE = 0.01;

    private final Rehearsal rehearsal;
    private final Effort effort;

    Lessons(Rehearsal rehearsal, Effort effort) {
        this.rehearsal = rehearsal;
        this.effort = effort;
    }

    boolean needsXgboost(Learner learner) {
        return learner == Learner.BOOSTED
                || (learner == Learner.FOREST && rehearsal.data().count() > JSAT_ROWS);
    }

    Lesson lesson(Learner learner) {
        effort.tell(learner.title());
        return switch (learner) {
            case LOGISTIC -> logistic();
            case TREE -> tree();
            case BOOSTED -> boosted();
            case FOREST -> rehearsal.data().count() <= JSAT_ROWS ? jsatForest() : largeForest();
            case SVM -> svm();
            case ENSEMBLE -> throw new IllegalArgumentException("an ensemble is of lessons: see Ensemble");
        };
    }

    /** A way to learn with what can be said of it. */
    private record Way(Rehearsal.Way way, Words settings) {}

    private static final class Rehearsed {
        private final Way way;
        private final double[] scores;

        Rehearsed(Way way, double[] scores) {
            this.way = way;
            this.scores = scores;
        }

        Way way() {
            return way;
        }

        double[] scores() {
            return scores;
        }
    }

    private Rehearsed best(List<Way> ways) {
        boolean[] outcomes = rehearsal.outcomes();
        Optional<Rehearsed> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (Way way : ways) {
            double[] scores = rehearsal.scores(way.way());
            double loss = BoostedTrees.loss(scores, outcomes);
            if (best.isEmpty() || loss < least) {
                best = Optional.of(new Rehearsed(way, scores));
                least = loss;
            }
        }
        return best.orElseThrow();
    }

    private Lesson lesson(Learner learner, List<Way> ways) {
        Rehearsed best = best(ways);
        Classifier classifier = best.way().way().learn(rehearsal.data());
        Optional<DecisionTree> drawn = learner == Learner.TREE && classifier instanceof Forest forest
                ? Optional.of(forest.drawn())
                : Optional.empty();
        return new Lesson(
                learner,
                classifier,
                best.scores(),
                best.way().settings(),
                rehearsal.data().count(),
                drawn);
    }

    private Lesson logistic() {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(
                data -> LogisticRegression.fit(data.plain(), 1),
                new Words("L2 penalty 1, standardised columns", "L2 惩罚为 1，各列已标准化")));
        if (rehearsal.data().columns().stream().anyMatch(Column::skewed)) {
            ways.add(new Way(
                    data -> LogisticRegression.fit(data, 1),
                    new Words(
                            "L2 penalty 1, standardised columns, skewed ones by their logarithm",
                            "L2 惩罚为 1，各列已标准化，偏斜的列取对数")));
        }
        return lesson(Learner.LOGISTIC, ways);
    }

    private Lesson tree() {
        int leaf = Math.max(LEAST_LEAF, (int) (LEAF_SHARE * rehearsal.data().count()));
        return lesson(
                Learner.TREE,
                Arrays.stream(DEPTHS)
                        .mapToObj(depth -> new Way(
                                data -> Forest.single(data, depth, leaf),
                                new Words(
                                        "depth " + depth + ", leaves of at least " + leaf + " customers (JSAT)",
                                        "深度 " + depth + "，每叶至少 " + leaf + " 位客户（JSAT）")))
                        .toList());
    }

    private Lesson jsatForest() {
        int leaf = rehearsal.data().count() < 1_000 ? 5 : 10;
        return lesson(
                Learner.FOREST,
                List.of(new Way(
                        data -> Forest.fit(data, new Forest.Settings(TREES, 20, leaf, effort.seed())),
                        new Words(
                                TREES + " trees, leaves of at least " + leaf + " customers (JSAT)",
                                TREES + " 棵树，每叶至少 " + leaf + " 位客户（JSAT）"))));
    }

    private Lesson largeForest() {
        return lesson(
                Learner.FOREST,
                List.of(new Way(
                        data -> BoostedTrees.forest(data, TREES, FOREST_DEPTH, 20, effort.threads(), effort.seed()),
                        new Words(
                                TREES + " trees (XGBoost's forest, for more than " + JSAT_ROWS + " rows)",
                                TREES + " 棵树（超过 " + JSAT_ROWS + " 行时用 XGBoost 的森林）"))));
    }

    private Lesson svm() {
        Observations all = rehearsal.data();
        int[] taken = Parts.atMost(SVM_ROWS, all.outcomes(), effort.seed());
        double[] rehearsed = rehearsal.scores(data ->
                SupportVectors.fit(data.rows(Parts.atMost(SVM_REHEARSED_ROWS, data.outcomes(), effort.seed())), 1));
        Words settings = taken.length == all.count()
                ? new Words("Gaussian kernel, cost 1 (JSAT)", "高斯核，代价 1（JSAT）")
                : new Words(
                        "Gaussian kernel, cost 1 (JSAT), trained on " + taken.length + " rows of " + all.count(),
                        "高斯核，代价 1（JSAT），用 " + all.count() + " 行中的 " + taken.length + " 行训练");
        return new Lesson(
                Learner.SVM,
                SupportVectors.fit(all.rows(taken), 1),
                rehearsed,
                settings,
                taken.length,
                Optional.empty());
    }

    /** The settings of boosted trees that are tried, those first that most often win: the budget may end the list. */
    private List<BoostedTrees.Settings> boostedSettings() {
        return IntStream.of(3, 2, 4)
                .mapToObj(depth -> new BoostedTrees.Settings(
                        300, depth, depth == 2 ? 0.1 : 0.05, 0.8, 5, effort.threads(), effort.seed()))
                .toList();
    }

    private Lesson boosted() {
        Instant end = effort.clock().instant().plus(effort.budget());
        Optional<Boosting> best = Optional.empty();
        int tried = 0;
        for (BoostedTrees.Settings settings : boostedSettings()) {
            if (best.isPresent() && effort.clock().instant().isAfter(end)) {
                break;
            }
            Boosting boosting = boosting(settings);
            if (best.isEmpty() || boosting.loss() < best.get().loss()) {
                best = Optional.of(boosting);
            }
            tried++;
        }
        return lesson(best.orElseThrow(), tried);
    }

    /** Settings with the number of trees, and the scores, that rehearsal likes best of them. */
    private static final class Boosting {
        private final BoostedTrees.Settings settings;
        private final double[] scores;
        private final double loss;

        Boosting(BoostedTrees.Settings settings, double[] scores, double loss) {
            this.settings = settings;
            this.scores = scores;
            this.loss = loss;
        }

        BoostedTrees.Settings settings() {
            return settings;
        }

        double[] scores() {
            return scores;
        }

        double loss() {
            return loss;
        }
    }

    private Boosting boosting(BoostedTrees.Settings settings) {
        List<List<double[]>> courses = rehearsal.rounds().parallelStream()
                .map(round -> BoostedTrees.course(round.learned(), round.judged(), settings))
                .toList();
        int stages = courses.stream().mapToInt(List::size).min().orElseThrow();
        boolean[] outcomes = rehearsal.outcomes();
        return IntStream.range(0, stages)
                .mapToObj(stage -> {
                    double[] scores = courses.stream()
                            .flatMapToDouble(course -> Arrays.stream(course.get(stage)))
                            .toArray();
                    return new Boosting(
                            settings.withTrees(BoostedTrees.STRIDE * (stage + 1)),
                            scores,
                            BoostedTrees.loss(scores, outcomes));
                })
                .min((a, b) -> Double.compare(a.loss(), b.loss()))
                .orElseThrow();
    }

    private Lesson lesson(Boosting best, int tried) {
        BoostedTrees.Settings settings = best.settings();
        Object[] figures = {
            settings.mostTrees(),
            settings.depth(),
            settings.rate(),
            tried,
            boostedSettings().size()
        };
        return new Lesson(
                Learner.BOOSTED,
                BoostedTrees.fit(rehearsal.data(), settings),
                best.scores(),
                new Words(
                        String.format(
                                Locale.ROOT,
                                "%d trees of depth %d, rate %.2f (XGBoost); the best of %d of %d settings that the budget allowed",
                                figures),
                        String.format(Locale.ROOT, "%d 棵深度为 %d 的树，学习率 %.2f（XGBoost）；预算允许的 %4$d/%5$d 种设置中最佳", figures)),
                rehearsal.data().count(),
                Optional.empty());
    }
}
