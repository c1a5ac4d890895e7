package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import perennial.ruleengine.Token.Sort;
import perennial.rules.RuleSource;

/**
 * Has Drools read the author's text as well and refuses it unless both understood the same: every descriptor on an
 * allow-list, the same rules, and in each the same condition and the same calls. So a rule means here what it means to
 * anyone who knows DRL, and a trick that hides something from one of the two readers is refused.
 */
final class SecondReader {
    private static final Set<Class<? extends BaseDescr>> ALLOWED = Set.of(
            PackageDescr.class,
            ImportDescr.class,
            GlobalDescr.class,
            RuleDescr.class,
            AnnotationDescr.class,
            AndDescr.class,
            PatternDescr.class,
            ExprConstraintDescr.class);

    private SecondReader() {}

    static Optional<Problem> disagreement(RuleSource source, List<Sentence> sentences) {
        PackageDescr read;
        try {
            DrlParser parser = new DrlParser(LanguageLevelOption.DRL10);
            read = parser.parse(false, source.text());
            if (read == null || parser.hasErrors()) {
                return Optional.of(problem(source, 1));
            }
        } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
            return Optional.of(problem(source, 1));
        }
        if (!onlyRules(read) || read.getRules().size() != sentences.size()) {
            return Optional.of(problem(source, 1));
        }
        for (int i = 0; i < sentences.size(); i++) {
            if (!understood(read.getRules().get(i), sentences.get(i))) {
                return Optional.of(problem(source, sentences.get(i).rule().line()));
            }
        }
        return Optional.empty();
    }

    private static boolean onlyRules(PackageDescr read) {
        return allowed(read)
                && read.getUnit() == null
                && read.getImports().stream().allMatch(SecondReader::allowed)
                && read.getGlobals().stream().allMatch(SecondReader::allowed)
                && read.getFunctionImports().isEmpty()
                && read.getAccumulateImports().isEmpty()
                && read.getFunctions().isEmpty()
                && read.getAttributes().isEmpty()
                && read.getTypeDeclarations().isEmpty()
                && read.getEnumDeclarations().isEmpty()
                && read.getEntryPointDeclarations().isEmpty()
                && read.getWindowDeclarations().isEmpty();
    }

    /** What Drools read may hold signs that the lexer knows nothing of. */
    private static boolean understood(RuleDescr read, Sentence sentence) {
        try {
            return same(read, sentence);
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static boolean same(RuleDescr read, Sentence sentence) {
        return allowed(read)
                && read.getAnnotations().stream().allMatch(SecondReader::allowed)
                && read.getAttributes().isEmpty()
                && !read.hasParent()
                && read.getNamedConsequences().isEmpty()
                && read.getName().equals(sentence.rule().name())
                && read.getLhs().getClass() == AndDescr.class
                && read.getLhs().getDescrs().size() == 1
                && read.getLhs().getDescrs().get(0) instanceof PatternDescr pattern
                && samePattern(pattern, sentence)
                && tokens(String.valueOf(read.getConsequence())).equals(sentence.thenWritten());
    }

    private static boolean samePattern(PatternDescr pattern, Sentence sentence) {
        boolean bare = allowed(pattern)
                && pattern.getSource() == null
                && pattern.getBehaviors().isEmpty()
                && pattern.getAnnotations().isEmpty()
                && pattern.getConstraint().getClass() == AndDescr.class
                && pattern.getDescrs().stream().allMatch(SecondReader::allowed);
        List<String> read = new ArrayList<>();
        for (BaseDescr constraint : pattern.getDescrs()) {
            read.addAll(tokens(constraint.getText()));
        }
        List<String> written = sentence.whenWritten();
        int open = written.indexOf("(");
        List<String> inside = written.subList(open + 1, written.lastIndexOf(")"));
        return bare && pattern.getObjectType().equals(written.get(open - 1)) && read.equals(withoutCommas(inside));
    }

    /** Commas part conditions at the top only; those of a list of values stay. */
    private static List<String> withoutCommas(List<String> tokens) {
        List<String> kept = new ArrayList<>();
        int depth = 0;
        for (String token : tokens) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth > 0 || !token.equals(",")) {
                kept.add(token);
            }
        }
        return kept;
    }

    private static List<String> tokens(String text) {
        return Lexer.tokens(text).stream()
                .filter(token -> !token.is(Sort.END))
                .map(Cursor::written)
                .toList();
    }

    private static boolean allowed(BaseDescr descr) {
        return ALLOWED.contains(descr.getClass());
    }

    private static Problem problem(RuleSource source, int line) {
        return new Problem(source.path(), line, 1, Messages.text("two-readers"), Optional.empty());
    }
}
