package perennial.ruleengine;

import java.util.Optional;
import perennial.rules.Text;

/**
 * Why a rule text is refused, and where.
 *
 * @param path the file, as given with its text
 * @param line from 1
 * @param column from 1, in characters
 * @param hint the nearest right word, where there is one
 */
public record Problem(String path, int line, int column, Text message, Optional<String> hint) {

    @Override
    public String toString() {
        return path + ":" + line + ":" + column + ": " + message.en()
                + hint.map(word -> " (" + word + "?)").orElse("");
    }
}
