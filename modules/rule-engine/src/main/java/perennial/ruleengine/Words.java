package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import perennial.rules.Vocabulary;
import perennial.rules.Vocabulary.Attribute;

/** The names that an author may have meant. */
final class Words {
    private Words() {}

    /** The nearest attribute or parameter. */
    static String nearest(String written, Parameters parameters) {
        List<String> known = new ArrayList<>(parameters.all().keySet());
        known.addAll(attributes());
        return Spelling.nearest(written, known);
    }

    static List<String> attributes() {
        return Vocabulary.standard().attributes().stream().map(Attribute::name).toList();
    }
}
