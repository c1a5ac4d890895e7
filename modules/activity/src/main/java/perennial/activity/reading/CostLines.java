package perennial.activity.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import perennial.activity.Reason;
import perennial.activity.reading.Outcome.CostRow;

/** Costs of a period. */
final class CostLines implements LineReader {
    private static final Set<String> KINDS = Set.of("acquisition", "retention", "marketing");

    @Override
    public Outcome read(Line line, Optional<Sighting> seen) {
        line.checkCurrency();
        LocalDate from = line.date("from");
        LocalDate to = line.date("to");
        if (!from.isBefore(to)) {
            throw Line.refusal(Reason.OUT_OF_RANGE, "to", to);
        }
        String kind = line.needed("kind", 100, Reason.NO_VALUE);
        if (!KINDS.contains(kind)) {
            throw Line.refusal(Reason.UNKNOWN_WORD, "kind", kind);
        }
        BigDecimal amount = line.amount("amount").orElseThrow(() -> new Refusal(Reason.NO_VALUE, "amount"));
        return new CostRow(from, to, kind, line.text("channel", 100), line.minor("amount", amount));
    }
}
