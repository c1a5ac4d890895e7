package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import perennial.ruleengine.Token.Sort;
import perennial.rules.Channel;
import perennial.rules.Kind;
import perennial.rules.Vocabulary;
import perennial.rules.Vocabulary.Argument;
import perennial.rules.Vocabulary.Verb;

/** Reads what a rule proposes: calls of the verbs with constants or parameters, and the channels after them. */
final class ActionReader {
    private static final int MOST = 5;
    private static final List<String> CHANNELS =
            Stream.of(Channel.values()).map(Channel::name).toList();

    private final Cursor cursor;
    private final Parameters parameters;

    ActionReader(Cursor cursor, Parameters parameters) {
        this.cursor = cursor;
        this.parameters = parameters;
    }

    /** One to {@value #MOST} calls, up to the end of the rule. */
    List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        do {
            if (actions.size() == MOST) {
                throw new Refusal(cursor.peek(), Messages.text("many-actions", "" + MOST));
            }
            actions.add(action());
        } while (!cursor.peek().is("end"));
        return actions;
    }

    private Action action() {
        Token receiver = cursor.peek();
        if (!receiver.is("decisions")) {
            throw new Refusal(receiver, Messages.text("only-decisions", Cursor.shown(receiver)), "decisions");
        }
        cursor.next();
        cursor.expect(".");
        Token name = cursor.expect(Sort.WORD, "a-verb");
        Verb verb = Vocabulary.standard()
                .verb(name.text())
                .orElseThrow(() -> new Refusal(
                        name, Messages.text("unknown-verb", name.text()), Spelling.nearest(name.text(), verbs())));
        cursor.expect("(");
        Kind kind = verb.kinds().get(0);
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < verb.arguments().size(); i++) {
            if (i > 0) {
                cursor.expect(",");
            }
            Argument argument = verb.arguments().get(i);
            if (argument.type() == Vocabulary.Type.TEXT) {
                refuseOtherWays(verb, cursor.peek());
                kind = Kind.valueOf(constant(argument.oneOf(), "kind", verb.name()));
            } else {
                numbers.add((Double) number(argument));
            }
        }
        cursor.expect(")");
        Action action = new Action(verb, kind, List.copyOf(numbers), channels(verb));
        if (kind.transactional() && action.channels().stream().allMatch(Channel::rings)) {
            throw new Refusal(cursor.peek(), Messages.text("notice-rings", kind.name()), ".by(EMAIL)");
        }
        cursor.expect(";");
        return action;
    }

    /** What is transactional offers nothing, so that nothing offered passes the caps in its guise. */
    private static void refuseOtherWays(Verb verb, Token named) {
        boolean elsewhere = Stream.of(Kind.values())
                .anyMatch(kind -> named.is(kind.name())
                        && kind.transactional()
                        && !verb.kinds().contains(kind));
        if (elsewhere) {
            throw new Refusal(named, Messages.text("notice-only", named.text(), verb.name()));
        }
    }

    private String constant(List<String> allowed, String key, String of) {
        Token token = cursor.next();
        if (!token.is(Sort.WORD) || !allowed.contains(token.text())) {
            throw new Refusal(
                    token, Messages.text(key, of, String.join(", ", allowed)), Spelling.nearest(token.text(), allowed));
        }
        return token.text();
    }

    private Object number(Argument argument) {
        Token token = cursor.next();
        if (!token.is(Sort.NUMBER) && !token.is(Sort.WORD)) {
            throw new Refusal(token, Messages.text("needs-number", argument.name(), Cursor.shown(token)));
        }
        return Numbers.read(
                token,
                new Numbers.Place(argument.name(), argument.type(), argument.unit(), argument.min(), argument.max()),
                parameters);
    }

    private List<Channel> channels(Verb verb) {
        List<Channel> channels = new ArrayList<>();
        while (cursor.peek().is(".")) {
            Token at = cursor.next();
            Token tail = cursor.expect(Sort.WORD, "a-verb");
            if (!tail.is("by") || !verb.contact()) {
                throw new Refusal(tail, Messages.text("tail", verb.name(), tail.text()), verb.contact() ? "by" : ";");
            }
            cursor.expect("(");
            Channel channel = Channel.valueOf(constant(CHANNELS, "channel", verb.name()));
            if (channels.contains(channel)) {
                throw new Refusal(at, Messages.text("channel-twice", channel.name()));
            }
            channels.add(channel);
            cursor.expect(")");
        }
        if (verb.contact() && channels.isEmpty()) {
            throw new Refusal(cursor.peek(), Messages.text("no-channel", verb.name()), ".by(EMAIL)");
        }
        return List.copyOf(channels);
    }

    private static List<String> verbs() {
        return Vocabulary.standard().verbs().stream().map(Verb::name).toList();
    }
}
