package perennial.crmapi.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.WordsView;
import perennial.decisions.Decisions.Decision;

/**
 * @param rules the sentences of the rules that led to it
 * @param inputs the facts that the rules saw
 * @param caps what the guard rails changed or refused
 */
public record DecisionView(
        long id,
        String customer,
        Instant at,
        String moment,
        String kind,
        Map<String, String> action,
        List<String> rules,
        String reason,
        String reasonZh,
        List<WordsView> caps,
        Map<String, String> inputs,
        Map<String, String> versions) {

    @Nullable
    Object[] cells() {
        return new @Nullable Object[] {
            id, customer, at, kind, action.get("verb"), action.get("channel"), action.get("percent"), reason, reasonZh
        };
    }

    public static DecisionView of(Decision decision) {
        return new DecisionView(
                decision.id(),
                decision.customer().value(),
                decision.at(),
                decision.moment(),
                decision.kind(),
                decision.action(),
                decision.rules(),
                decision.reason().english(),
                decision.reason().chinese(),
                decision.caps().stream().map(WordsView::of).toList(),
                decision.inputs(),
                decision.versions());
    }
}
