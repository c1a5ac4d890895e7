package perennial.activity.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.snakeyaml.engine.v2.nodes.Node;

/** How dates are written. */
record DateFormat(DateTimeFormatter formatter, boolean isoToo) {
    static final DateFormat ISO = new DateFormat(DateTimeFormatter.ISO_LOCAL_DATE, false);

    static DateFormat of(Node node) {
        return YamlReader.text(node).equals("iso") ? ISO : new DateFormat(InstantFormat.pattern(node), false);
    }

    DateFormat orIso() {
        return new DateFormat(formatter, true);
    }

    /** @throws java.time.DateTimeException if the text is something else */
    LocalDate parse(String text) {
        if (isoToo) {
            try {
                return LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
            } catch (DateTimeException e) {
                return LocalDate.parse(text, formatter);
            }
        }
        return LocalDate.parse(text, formatter);
    }
}
