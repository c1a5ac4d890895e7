package perennial.ruleengine;

import java.util.List;
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;
import perennial.rules.Text;

/**
 * What is questionable about the rules of a book, found in their conditions without firing one. A finding is certain:
 * each comes with a customer who was made from the conditions and tried against them. What can't be settled within a
 * bounded effort is not reported.
 *
 * @param findings by flaw, and by path and line within one
 * @param complete whether everything was settled within the effort allowed
 */
public record Analysis(List<Finding> findings, boolean complete) {

    public Analysis {
        findings = List.copyOf(findings);
    }

    /** Analyses the rules of a compiled book. */
    public static Analysis of(RuleBook book) {
        return new Analyst(book.sentences()).analysis();
    }

    /**
     * Analyses rules that are not compiled.
     *
     * @throws RefusedRulesException when the guard finds anything wrong
     */
    public static Analysis of(List<RuleSource> sources) {
        RuleGuard.Understanding understood = RuleGuard.understand(sources);
        if (!understood.problems().isEmpty()) {
            throw new RefusedRulesException(understood.problems());
        }
        return new Analyst(understood.sentences()).analysis();
    }

    /** What may be wrong with rules that the guard lets through. */
    public enum Flaw {
        /**
         * No customer can meet the conditions, or one of the alternatives in them; the example meets all that can be met
         * together.
         */
        UNREACHABLE,
        /** Two rules hold for the same customers and propose the same. */
        DUPLICATE,
        /** Whenever the rule fires, another one does that proposes the same, or that has its proposals dropped. */
        SHADOWED,
        /** One rule, or two that hold for the same customers, propose what excludes each other. */
        CONTRADICTORY,
        /** For some customers rules propose what excludes each other. */
        OPPOSING,
        /** Rules that part customers by the same attributes leave some out between them. */
        GAP;

        /** What people call it. */
        public Text label() {
            return Messages.text("flaw." + this, "");
        }
    }

    /**
     * A flaw, the rules that have it, and a customer who shows it.
     *
     * @param rules the one to look at first, then those beside it; each knows its path and line
     * @param line of the first rule's file: the condition that keeps it from firing, else the rule
     * @param example a customer for whom it matters
     * @param attributes what the rules ask of that customer, in the order of the vocabulary
     */
    public record Finding(
            Flaw flaw, List<Rule> rules, int line, Text message, CustomerSnapshot example, List<String> attributes) {

        public Finding {
            rules = List.copyOf(rules);
            attributes = List.copyOf(attributes);
        }
    }
}
