package perennial.console.customers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import perennial.console.shell.Format;
import perennial.decisions.Decisions;
import perennial.overview.Overview.SegmentName;
import perennial.overview.Portraits.Portrait;

/** What a trace keeps exactly and in the rules' own words, as people read it. */
@RequestScoped
public class PlainFacts {
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{4,}(E-?\\d+)?");
    private static final int PLACES = 3;

    @Inject
    private Format format;

    @Inject
    private Decisions decisions;

    /**
     * @param fact what is told, such as moment or channel
     * @param seen for the names that are its own
     */
    String of(String fact, String kept, Optional<Portrait> seen) {
        ResourceBundle phrases = ResourceBundle.getBundle("perennial.console.customers.phrases", format.locale());
        if (kept.equals("true") || kept.equals("false")) {
            return phrases.getString(kept.equals("true") ? "why.yes" : "why.no");
        }
        if (phrases.containsKey(fact + "." + kept)) {
            return phrases.getString(fact + "." + kept);
        }
        if (LONG_NUMBER.matcher(kept).matches()) {
            BigDecimal rounded = new BigDecimal(kept).setScale(PLACES, RoundingMode.HALF_EVEN);
            return rounded.stripTrailingZeros().toPlainString();
        }
        return segment(kept, seen).orElseGet(() -> format.of(decisions.name(kept)));
    }

    private Optional<String> segment(String kept, Optional<Portrait> seen) {
        return seen.flatMap(Portrait::segment)
                .map(SegmentName::name)
                .filter(name -> name.english().equals(kept))
                .map(format::of);
    }
}
