package perennial.crmapi.decisions;

import java.util.List;
import perennial.crmapi.decisions.AnswerView.DroppedView;
import perennial.crmapi.wire.WordsView;
import perennial.decisions.Hindsight.Explanation;
import perennial.decisions.Hindsight.Fired;
import perennial.decisions.Hindsight.Ground;
import perennial.decisions.Hindsight.Missed;

/** Why a customer got what they got, and why they got nothing else. */
public record ExplanationView(String rules, WhyView why, WhyNotView whyNot) {
    public static ExplanationView of(Explanation explanation) {
        return new ExplanationView(
                explanation.rules(),
                new WhyView(
                        explanation.fired().stream().map(FiredView::of).toList(),
                        explanation.reasons().stream().map(WordsView::of).toList(),
                        explanation.caps().stream().map(WordsView::of).toList()),
                new WhyNotView(
                        explanation.missed().stream().map(MissedView::of).toList(),
                        explanation.dropped().stream().map(DroppedView::of).toList()));
    }

    /**
     * @param fired the rules that fired, with the values that matched
     * @param reasons what the models say, the strongest first
     * @param caps what the guard rails changed
     */
    public record WhyView(List<FiredView> fired, List<WordsView> reasons, List<WordsView> caps) {}

    /**
     * @param missed the rules that one condition kept from firing
     * @param dropped what guard rails and choice kept back
     */
    public record WhyNotView(List<MissedView> missed, List<DroppedView> dropped) {}

    public record FiredView(String code, WordsView rule, String file, List<GroundView> grounds) {
        static FiredView of(Fired fired) {
            return new FiredView(
                    fired.code(),
                    WordsView.of(fired.rule()),
                    fired.file(),
                    fired.grounds().stream().map(GroundView::of).toList());
        }
    }

    public record MissedView(String code, WordsView rule, String file, GroundView ground) {
        static MissedView of(Missed missed) {
            return new MissedView(
                    missed.code(), WordsView.of(missed.rule()), missed.file(), GroundView.of(missed.ground()));
        }
    }

    /**
     * @param condition as written in the rule
     * @param values what it names, each with its value
     * @param asked what it asks for
     */
    public record GroundView(int line, String condition, WordsView values, WordsView asked) {
        static GroundView of(Ground ground) {
            return new GroundView(
                    ground.line(), ground.condition(), WordsView.of(ground.values()), WordsView.of(ground.asked()));
        }
    }
}
