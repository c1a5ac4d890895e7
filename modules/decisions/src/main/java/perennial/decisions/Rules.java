package perennial.decisions;

import java.util.List;
import java.util.Optional;
import perennial.kernel.Words;

/** The rules in force, and the guard before any that somebody writes. */
public interface Rules {
    /** In the order of their files and lines. */
    List<Rule> inForce();

    /**
     * What keeps a text of rules from living, in the order of its lines; empty where nothing does. The parameters are
     * those in force. Nothing of the text runs, and nothing is kept.
     */
    List<Problem> check(String drl);

    /** The same of a table of prices or discounts, as CSV; a problem's column is the number of the cell in its line. */
    List<Problem> checkTable(String csv);

    /** The rules that a table stands for; empty while something keeps it from being read. */
    Optional<String> rulesOf(String csv);

    /** The words that a rule may use; the named numbers are those in force. */
    RuleVocabulary vocabulary();

    /**
     * @param code such as WB-03
     * @param file that it stands in, such as marketing/win-back.drl
     * @param owner who answers for it; empty when its author named nobody
     * @param reason what a decision will say, with {attribute} where a value goes
     * @param isStopped whether somebody keeps it from firing
     */
    record Rule(String code, String file, Words title, String owner, Words purpose, Words reason, boolean isStopped) {
        /** Code and title, as decisions tell it. */
        public String name() {
            return code + " " + title.english();
        }
    }

    /**
     * @param file such as marketing/win-back.drl
     * @param line from 1
     * @param column from 1, in characters
     * @param hint the nearest right word, where there is one
     */
    record Problem(String file, int line, int column, Words message, Optional<String> hint) {}
}
