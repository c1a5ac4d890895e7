package perennial.analytics.churn;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import perennial.kernel.Words;

/** The kinds of models that learn from a table, the plainest first. */
public enum Learner {
    LOGISTIC("logistic regression", "逻辑回归"),
    TREE("decision tree", "决策树"),
    BOOSTED("boosted trees", "梯度提升树"),
    FOREST("random forest", "随机森林"),
    SVM("support vector machine", "支持向量机"),
    ENSEMBLE("ensemble", "组合模型");

    private final String english;
    private final String chinese;

    Learner(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    public Words title() {
        return new Words(english, chinese);
    }

    /** The name on a command line and in a document. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Learner> labelled(String label) {
        return Arrays.stream(values())
                .filter(learner -> learner.label().equals(label))
                .findFirst();
    }
}
