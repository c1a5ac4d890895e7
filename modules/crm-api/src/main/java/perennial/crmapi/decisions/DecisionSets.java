package perennial.crmapi.decisions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import perennial.crmapi.wire.Csv;
import perennial.crmapi.wire.NdJson;
import perennial.crmapi.wire.Rows;
import perennial.decisions.Decisions;
import perennial.decisions.Decisions.Decision;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.overview.Overview;

/** The decisions of the run in force, by the page or as a whole set; a cursor keeps to the run that it began with. */
@ApplicationScoped
public class DecisionSets {
    private static final int TOGETHER = 500;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final Csv<DecisionView> CSV = Csv.of(
            DecisionView::cells, "id", "customer", "at", "kind", "verb", "channel", "percent", "reason", "reason_zh");

    @Inject
    private Decisions decisions;

    @Inject
    private Overview overview;

    DecisionsView page(Optional<String> cursor, int limit) {
        if (limit < 1 || limit > TOGETHER) {
            throw new InvalidInputException(
                    "limit",
                    limit,
                    new Words("a page holds 1 to " + TOGETHER + " decisions", "每页 1 至 " + TOGETHER + " 条决策"),
                    new Words("give a limit from 1 to " + TOGETHER, "请给出 1 至 " + TOGETHER + " 的数字"));
        }
        Rows.Page<DecisionView> page = read(cursor, limit);
        return new DecisionsView(page.items(), page.next().orElse(null));
    }

    StreamingOutput csv() {
        return Rows.stream(cursor -> read(cursor, TOGETHER), CSV);
    }

    StreamingOutput ndjson() {
        return Rows.stream(cursor -> read(cursor, TOGETHER), new NdJson<>());
    }

    private Rows.Page<DecisionView> read(Optional<String> cursor, int limit) {
        Optional<Run> run = overview.inForce();
        if (run.isEmpty()) {
            return new Rows.Page<>(List.of(), Optional.empty());
        }
        Matcher from = CURSOR.matcher(cursor.orElse(run.get().id() + "-0"));
        if (!from.matches()) {
            throw new InvalidInputException(
                    "cursor",
                    cursor.orElse(""),
                    new Words("no list gave it", "它不是任何列表给出的"),
                    new Words("begin again without a cursor", "请不带 cursor 重新开始"));
        }
        Run asked = new Run(Long.parseLong(from.group(1)), run.get().asOf());
        List<Decision> found = decisions.page(asked, Long.parseLong(from.group(2)), limit + 1);
        List<Decision> page = found.subList(0, Math.min(limit, found.size()));
        return new Rows.Page<>(
                page.stream().map(DecisionView::of).toList(),
                found.size() > limit
                        ? Optional.of(
                                asked.id() + "-" + page.get(page.size() - 1).id())
                        : Optional.empty());
    }
}
