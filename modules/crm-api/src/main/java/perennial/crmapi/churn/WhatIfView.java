package perennial.crmapi.churn;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import perennial.churn.ChurnExplanations.Change;
import perennial.churn.ChurnExplanations.WhatIf;
import perennial.kernel.Words;

/**
 * @param changed what was asked for, and what follows from it
 * @param now the probability that the run in force told
 * @param supposed the same customer with the changes
 * @param caveat why it does not tell what would come of changing anything
 */
public record WhatIfView(List<ChangeView> changed, double now, ExplanationView supposed, String caveat) {
    private static final Words CAVEAT = new Words(
            "This tells how the model reckons, not what would happen if the customer were brought to behave so.",
            "这只说明模型如何推算，并非因果：不代表促使客户这样做就会有此结果。");

    static WhatIfView of(WhatIf told, Locale language) {
        return new WhatIfView(
                told.changed().stream().map(ChangeView::of).toList(),
                told.asItIs().assessment().probability(),
                ExplanationView.of(told.supposed(), language),
                CAVEAT.in(language));
    }

    public record ChangeView(
            String feature, @Nullable Double from, @Nullable Double to) {
        static ChangeView of(Change change) {
            return new ChangeView(
                    change.feature().label(), ExplanationView.known(change.from()), ExplanationView.known(change.to()));
        }
    }
}
