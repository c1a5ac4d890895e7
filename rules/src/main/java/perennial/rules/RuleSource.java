package perennial.rules;

/**
 * A file of a rule book as its author wrote it.
 *
 * @param path such as {@code marketing/win-back.drl}, {@code marketing/win-back.yaml} for the scenarios beside it,
 *     {@code pricing/stock.csv} for a table that stands for rules, or {@code marketing/parameters.yaml} for the named numbers
 */
public record RuleSource(String path, String text) {
    private static final String PARAMETERS = "parameters.yaml";
    private static final String YAML = ".yaml";

    /** Whether it holds named numbers. */
    public boolean holdsParameters() {
        return path.equals(PARAMETERS) || path.endsWith("/" + PARAMETERS);
    }

    /** Whether it holds examples of what rules do. */
    public boolean holdsScenarios() {
        return path.endsWith(YAML) && !holdsParameters();
    }

    /** Whether it holds a table that stands for rules, as CSV. */
    public boolean holdsTable() {
        return path.endsWith(".csv");
    }

    /** Whether it holds rules, be it as a table. */
    public boolean holdsRules() {
        return !path.endsWith(YAML);
    }
}
