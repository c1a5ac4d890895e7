package perennial.analytics.churn;

import perennial.kernel.Words;

/**
 * What became of a column of a table.
 *
 * @param unknown cells of all rows that say nothing
 * @param note in words; both empty where there is nothing to say
 */
public record Treatment(String column, Kind kind, int unknown, Words note) {
    static final Words NOTHING = new Words("", "");

    /** How a column is used. */
    public enum Kind {
        NUMBER,
        DATE,
        CATEGORY,
        LEFT_OUT
    }

    public boolean isUsed() {
        return kind != Kind.LEFT_OUT;
    }

    public boolean hasNote() {
        return !note.english().isEmpty();
    }
}
