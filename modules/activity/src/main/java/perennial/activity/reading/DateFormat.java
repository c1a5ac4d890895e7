package perennial.activity.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.snakeyaml.engine.v2.nodes.Node;

/** How dates are written. */
record DateFormat(DateTimeFormatter formatter) {
    static final DateFormat ISO = new DateFormat(DateTimeFormatter.ISO_LOCAL_DATE);

    static DateFormat of(Node node) {
        return YamlReader.text(node).equals("iso") ? ISO : new DateFormat(InstantFormat.pattern(node));
    }

    /** @throws java.time.DateTimeException if the text is something else */
    LocalDate parse(String text) {
        return LocalDate.parse(text, formatter);
    }
}
