package perennial.analytics.churn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import perennial.kernel.Words;

/**
 * A learner with its settings, one of those that a search weighs. Trees stay so shallow that explaining 10,000 customers
 * takes seconds: the time for exact Shapley values grows with the leaves and the square of the depth.
 */
public enum Recipe {
    LOGISTIC_1(Learner.LOGISTIC, 1, "L2 penalty 1", "L2 惩罚为 1"),
    LOGISTIC_10(Learner.LOGISTIC, 10, "L2 penalty 10", "L2 惩罚为 10"),
    LOGISTIC_100(Learner.LOGISTIC, 100, "L2 penalty 100", "L2 惩罚为 100"),
    BOOSTED_4(Learner.BOOSTED, 4, "depth 4, rate 0.05", "深度 4，学习率 0.05"),
    BOOSTED_3(Learner.BOOSTED, 3, "depth 3, rate 0.05", "深度 3，学习率 0.05"),
    BOOSTED_2(Learner.BOOSTED, 2, "depth 2, rate 0.1", "深度 2，学习率 0.1"),
    FOREST_20(Learner.FOREST, 20, "100 trees of depth 5, leaves of 20 (XGBoost)", "100 棵深度 5 的树，每叶 20 行（XGBoost）"),
    FOREST_60(Learner.FOREST, 60, "100 trees of depth 5, leaves of 60 (XGBoost)", "100 棵深度 5 的树，每叶 60 行（XGBoost）"),
    TREE_4(Learner.TREE, 4, "depth 4 (JSAT)", "深度 4（JSAT）"),
    SVM_1(Learner.SVM, 1, "Gaussian kernel, cost 1, on at most 2,000 rows (JSAT)", "高斯核，代价 1，最多 2,000 行（JSAT）"),
    ENSEMBLE_3(
            Learner.ENSEMBLE,
            3,
            "mean log-odds of logistic regression, boosted trees and forest",
            "逻辑回归、提升树与森林对数几率的平均");

    private static final int TREES = 100;
    private static final int ENSEMBLE_TREES = 60;
    private static final int FOREST_DEPTH = 5;
    private static final int SVM_ROWS = 2_000;
    private static final double TREE_LEAF = 0.01;
    private static final int THREADS = 2;

    private final Learner learner;
    private final double setting;
    private final String english;
    private final String chinese;

    Recipe(Learner learner, double setting, String english, String chinese) {
        this.learner = learner;
        this.setting = setting;
        this.english = english;
        this.chinese = chinese;
    }

    public Learner learner() {
        return learner;
    }

    public Words settings() {
        return new Words(english, chinese);
    }

    /** The kind of model in force that comes of it; empty where the learner can't say why, feature by feature. */
    public Optional<ChurnModel.Kind> kind() {
        return Arrays.stream(ChurnModel.Kind.values())
                .filter(kind -> kind.learner() == learner)
                .findFirst();
    }

    /** What is used until a search has found better: one of each kind that can be in force, the plainest first. */
    public static List<Recipe> standard() {
        return List.of(LOGISTIC_1, BOOSTED_4, FOREST_20);
    }

    boolean needsXgboost() {
        return learner == Learner.BOOSTED || learner == Learner.FOREST || learner == Learner.ENSEMBLE;
    }

    BoostedTrees.Settings boosted(long seed) {
        int depth = (int) setting;
        return new BoostedTrees.Settings(300, depth, depth == 2 ? 0.1 : 0.05, 0.8, 10, THREADS, seed);
    }

    /** @param later as many boosted trees are taken as predict it best */
    AdditiveClassifier learn(Observations data, Observations later, long seed) {
        return switch (learner) {
            case LOGISTIC -> LogisticRegression.fit(data, setting);
            case BOOSTED -> BoostedTrees.fit(data, later, boosted(seed));
            case FOREST -> forest(data, (int) setting, seed);
            case TREE, SVM, ENSEMBLE -> throw new IllegalArgumentException(this + " can't be in force");
        };
    }

    /** As it is rehearsed, without a look at anything later. */
    Classifier rehearsed(Observations data, long seed) {
        return switch (learner) {
            case LOGISTIC -> LogisticRegression.fit(data, setting);
            case BOOSTED -> BoostedTrees.fit(data, boosted(seed).withTrees(TREES));
            case FOREST -> forest(data, (int) setting, seed);
            case TREE -> Forest.single(data, (int) setting, Math.max(1, (int) (TREE_LEAF * data.count())));
            case SVM -> SupportVectors.fit(data.rows(Parts.atMost(SVM_ROWS, data.outcomes(), seed)), setting);
            case ENSEMBLE ->
                mean(
                        LogisticRegression.fit(data, 1),
                        BoostedTrees.fit(data, boosted(seed).withTrees(ENSEMBLE_TREES)),
                        forest(data, 20, seed));
        };
    }

    private static BoostedTrees forest(Observations data, int leastRows, long seed) {
        return BoostedTrees.forest(data, TREES, FOREST_DEPTH, leastRows, THREADS, seed);
    }

    private static Classifier mean(Classifier... members) {
        return rows -> {
            double[] mean = new double[rows.length];
            for (Classifier member : members) {
                double[] scores = member.scores(rows);
                Arrays.setAll(mean, i -> mean[i] + scores[i] / members.length);
            }
            return mean;
        };
    }
}
