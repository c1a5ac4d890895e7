package perennial.rules;

/**
 * A file of a rule book as its author wrote it.
 *
 * @param path such as {@code marketing/win-back.drl}, or {@code marketing/parameters.yaml} for the named numbers
 */
public record RuleSource(String path, String text) {}
