package perennial.crmapi.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import perennial.crmapi.wire.CreatedAnswer;
import perennial.crmapi.wire.WordsView;
import perennial.decisions.Decisions.Dropped;
import perennial.decisions.LiveDecisions.Answer;

/** What was decided at once for an occasion, and everything that led there; no decision is an answer too. */
public record AnswerView(
        long id,
        String customer,
        String moment,
        Instant at,
        long run,
        List<DecisionView> decisions,
        Map<String, String> inputs,
        List<String> fired,
        List<DroppedView> dropped)
        implements CreatedAnswer.Numbered {

    static AnswerView of(Answer answer) {
        return new AnswerView(
                answer.id(),
                answer.customer().value(),
                answer.moment().label(),
                answer.at(),
                answer.run(),
                answer.decisions().stream().map(DecisionView::of).toList(),
                answer.trace().inputs(),
                answer.trace().fired(),
                answer.trace().dropped().stream().map(DroppedView::of).toList());
    }

    /** A proposal that did not become a decision, and why. */
    public record DroppedView(
            String kind, Map<String, String> action, List<String> rules, String cause, WordsView why) {
        static DroppedView of(Dropped dropped) {
            return new DroppedView(
                    dropped.kind(), dropped.action(), dropped.rules(), dropped.cause(), WordsView.of(dropped.why()));
        }
    }
}
