package perennial.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands in code as {@code new Words(english, chinese)}: two expressions, most often texts with values between
 * them.
 */
record SentencePair(String english, String chinese) {
    private static final Pattern START = Pattern.compile("new (?:Words|Text)\\(");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH_WORD = Pattern.compile("[a-z]{3,}");
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|\\\\\"[^\"]*\\\\\"");

    /** What another program says, which says it in English. */
    private static final Pattern FOREIGN = Pattern.compile("\\b(?:getMessage|getLocalizedMessage|getProblem)\\(");

    static List<SentencePair> in(String source) {
        List<SentencePair> pairs = new ArrayList<>();
        Matcher start = START.matcher(source);
        while (start.find()) {
            List<String> arguments = arguments(source, start.end());
            if (arguments.size() == 2) {
                pairs.add(new SentencePair(arguments.get(0), arguments.get(1)));
            }
        }
        return pairs;
    }

    /** The arguments of a call, from behind its parenthesis on. */
    private static List<String> arguments(String source, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int begin = from;
        int at = from;
        while (depth >= 0) {
            char sign = source.charAt(at);
            switch (sign) {
                case '"', '\'' -> at = endOfText(source, at);
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {}
            }
            if (depth < 0 || (depth == 0 && sign == ',')) {
                arguments.add(source.substring(begin, at).strip());
                begin = at + 1;
            }
            at++;
        }
        return arguments;
    }

    private static int endOfText(String source, int start) {
        int at = start + 1;
        while (source.charAt(at) != source.charAt(start)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    /** What would leave somebody who reads Chinese with English; empty where nothing would. */
    Optional<String> flaw() {
        if (FOREIGN.matcher(chinese).find()) {
            return Optional.of("the Chinese hands on what another program says: " + chinese);
        }
        String said = texts(chinese);
        boolean lacksChinese = ENGLISH_WORD.matcher(texts(english)).find()
                && !said.isEmpty()
                && !HAN.matcher(said).find();
        boolean keepsEnglish =
                ENGLISH_SENTENCE.matcher(QUOTED.matcher(said).replaceAll("")).find();
        return lacksChinese || keepsEnglish ? Optional.of("the Chinese is English: " + chinese) : Optional.empty();
    }

    /** The texts that are said, not those that are handed to a call within. */
    private static String texts(String expression) {
        return TEXT.matcher(withoutCalls(expression))
                .results()
                .map(text -> text.group(1))
                .collect(Collectors.joining("…"));
    }

    private static String withoutCalls(String expression) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < expression.length(); at++) {
            char sign = expression.charAt(at);
            int end = sign == '"' || sign == '\'' ? endOfText(expression, at) : at;
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (depth == 0) {
                kept.append(expression, at, end + 1);
            }
            at = end;
        }
        return kept.toString();
    }
}
