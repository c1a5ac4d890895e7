package perennial.activity.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.activity.Reason;
import perennial.activity.reading.Outcome.ConsentWord;
import perennial.activity.reading.Outcome.CustomerRow;

/** Customers, with what they told of themselves. No word on a channel is no consent and no refusal. */
final class CustomerLines implements LineReader {
    private static final String CONSENT = "consent.";

    @Override
    public Outcome read(Line line, Optional<Sighting> seen) {
        return new CustomerRow(line.customer(), line.instant("registered_at"), line.attributes(), consents(line));
    }

    private static List<ConsentWord> consents(Line line) {
        List<ConsentWord> consents = new ArrayList<>();
        for (String field : line.fields()) {
            if (field.startsWith(CONSENT) && !field.endsWith(".at")) {
                line.text(field, 100)
                        .ifPresent(word -> consents.add(new ConsentWord(
                                field.substring(CONSENT.length()), isGiven(field, word), line.instant(field + ".at"))));
            }
        }
        return consents;
    }

    private static boolean isGiven(String field, String word) {
        return switch (word) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw Line.refusal(Reason.UNKNOWN_WORD, field, word);
        };
    }
}
