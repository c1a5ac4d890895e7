package perennial.ruleengine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import perennial.ruleengine.Token.Sort;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Decisions;
import perennial.rules.Kind;
import perennial.rules.RuleSource;
import perennial.rules.Text;
import perennial.rules.Vocabulary;

/**
 * Reads a file of rules by a grammar that holds nothing but business rules: package, import and global as given; rules
 * with notes, one pattern on the customer, and calls of the verbs. What the grammar does not name can't be said.
 */
final class RuleReader {
    private static final String FACT = CustomerSnapshot.class.getSimpleName();
    private static final Pattern NAME = Pattern.compile("([A-Z]{2,3}-[0-9]{2}) (\\S.{0,198})");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final String MOMENT = "moment";
    private static final int LONGEST_NOTE = 1_000;
    static final int MOST_PROBLEMS = 50;
    private static final Set<String> NOTES = Set.of("owner", "purpose", "purposeZh", "titleZh", "reason", "reasonZh");

    private final RuleSource source;
    private final Parameters parameters;
    private final Cursor cursor;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private RuleReader(RuleSource source, Parameters parameters, List<Token> tokens) {
        this.source = source;
        this.parameters = parameters;
        this.cursor = new Cursor(tokens);
    }

    /** What was understood of a file, and what was not. */
    record Reading(List<Sentence> sentences, List<Problem> problems) {}

    static Reading read(RuleSource source, Parameters parameters) {
        try {
            RuleReader reader = new RuleReader(source, parameters, Lexer.tokens(source.text()));
            reader.file();
            return new Reading(reader.sentences, reader.problems);
        } catch (Refusal refusal) {
            return new Reading(List.of(), List.of(refusal.in(source.path())));
        }
    }

    private void file() {
        header();
        while (!cursor.peek().is(Sort.END) && problems.size() < MOST_PROBLEMS) {
            try {
                sentences.add(rule());
            } catch (Refusal refusal) {
                problems.add(refusal.in(source.path()));
                skipToNextRule();
            }
        }
    }

    private void header() {
        if (cursor.accept("package")) {
            dotted();
            cursor.accept(";");
        }
        while (cursor.peek().is("import")) {
            Token at = cursor.next();
            if (!dotted().equals(CustomerSnapshot.class.getName())) {
                throw new Refusal(at, Messages.text("import"), "import " + CustomerSnapshot.class.getName() + ";");
            }
            cursor.accept(";");
        }
        while (cursor.peek().is("global")) {
            Token at = cursor.next();
            boolean asGiven = dotted().equals(Decisions.class.getName());
            if (!cursor.accept("decisions") || !asGiven) {
                throw new Refusal(at, Messages.text("global"), "global " + Decisions.class.getName() + " decisions;");
            }
            cursor.accept(";");
        }
    }

    private String dotted() {
        StringBuilder name =
                new StringBuilder(cursor.expect(Sort.WORD, "a-name").text());
        while (cursor.accept(".")) {
            name.append('.').append(cursor.expect(Sort.WORD, "a-name").text());
        }
        return name.toString();
    }

    private void skipToNextRule() {
        cursor.next();
        while (!cursor.peek().is(Sort.END)
                && !(cursor.peek().is("rule") && cursor.peek(1).is(Sort.TEXT))) {
            cursor.next();
        }
    }

    private Sentence rule() {
        Token start = cursor.peek();
        if (!start.is("rule")) {
            throw new Refusal(start, Messages.text("only-rules", Cursor.shown(start)), "rule");
        }
        cursor.next();
        Token named = cursor.expect(Sort.TEXT, "a-rule-name");
        Matcher name = NAME.matcher(named.text());
        if (!name.matches()) {
            throw new Refusal(named, Messages.text("rule-name"), "WB-03 a valuable customer has gone silent");
        }
        checkPlaces(named);
        Map<String, String> notes = notes();
        if (!cursor.peek().is("when")) {
            throw new Refusal(cursor.peek(), Messages.text("only-notes", Cursor.shown(cursor.peek())), "when");
        }
        cursor.next();
        Token asked = cursor.peek();
        int from = cursor.position();
        Condition.AllOf when = pattern();
        List<String> whenWritten = cursor.written(from, cursor.position());
        cursor.expect("then");
        from = cursor.position();
        List<Action> then = new ActionReader(cursor, parameters).actions();
        List<String> thenWritten = cursor.written(from, cursor.position());
        cursor.expect("end");
        then.forEach(action -> requireMoment(when, action.kind(), asked));
        Rule rule = card(start, name.group(1), name.group(2), notes);
        return new Sentence(rule, when, then, whenWritten, thenWritten, Optional.empty());
    }

    /** What is transactional answers what the customer has just done, and is never sent out of the blue. */
    private static void requireMoment(Condition.AllOf when, Kind kind, Token asked) {
        kind.answers()
                .filter(moment -> when.parts().stream().noneMatch(part -> asksFor(moment, part)))
                .ifPresent(moment -> {
                    throw new Refusal(asked, Messages.text("notice-moment", kind.name(), moment));
                });
    }

    private static boolean asksFor(String moment, Condition part) {
        Vocabulary.Attribute attribute = Vocabulary.standard().attribute(MOMENT).orElseThrow();
        Values others = Values.of(attribute, Condition.Operator.UNEQUAL, moment);
        return Alternatives.of(part)
                .filter(boxes -> boxes.stream()
                        .allMatch(box ->
                                box.region(attribute).values().and(others).empty()))
                .isPresent();
    }

    private Rule card(Token start, String code, String title, Map<String, String> notes) {
        String titleZh = notes.getOrDefault("titleZh", title);
        String purpose = notes.getOrDefault("purpose", "");
        String reason = notes.getOrDefault("reason", title);
        return new Rule(
                source.path(),
                start.line(),
                code,
                new Text(title, titleZh),
                notes.getOrDefault("owner", ""),
                new Text(purpose, notes.getOrDefault("purposeZh", purpose)),
                new Text(reason, notes.getOrDefault("reasonZh", notes.containsKey("reason") ? reason : titleZh)));
    }

    private Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        while (cursor.accept("@")) {
            Token name = cursor.expect(Sort.WORD, "a-name");
            if (!NOTES.contains(name.text())) {
                throw new Refusal(
                        name, Messages.text("unknown-note", name.text()), Spelling.nearest(name.text(), NOTES));
            }
            cursor.expect("(");
            Token text = cursor.expect(Sort.TEXT, "a-text");
            if (text.text().length() > LONGEST_NOTE) {
                throw new Refusal(text, Messages.text("long-text", "" + LONGEST_NOTE));
            }
            checkPlaces(text);
            cursor.expect(")");
            if (notes.put(name.text(), text.text()) != null) {
                throw new Refusal(name, Messages.text("note-twice", name.text()));
            }
        }
        return notes;
    }

    private void checkPlaces(Token text) {
        Matcher place = PLACE.matcher(text.text());
        while (place.find()) {
            String word = place.group(1);
            boolean attribute = Vocabulary.standard().attribute(word).isPresent();
            if (!attribute && parameters.get(word).isEmpty()) {
                Token at = new Token(Sort.WORD, word, text.line(), text.column() + 2 + place.start());
                throw new Refusal(at, Messages.text("unknown-word", word), Words.nearest(word, parameters));
            }
        }
    }

    private Condition.AllOf pattern() {
        if (cursor.peek().text().startsWith("$") && cursor.peek(1).is(":")) {
            cursor.next();
            cursor.next();
        }
        Token fact = cursor.peek();
        if (!fact.is(FACT)) {
            throw new Refusal(fact, Messages.text("one-pattern", Cursor.shown(fact)), FACT + "( )");
        }
        cursor.next();
        cursor.expect("(");
        Condition.AllOf conditions = new ConditionReader(cursor, parameters).conditions();
        cursor.expect(")");
        cursor.accept(";");
        if (!cursor.peek().is("then")) {
            throw new Refusal(cursor.peek(), Messages.text("one-pattern", Cursor.shown(cursor.peek())), "then");
        }
        return conditions;
    }
}
