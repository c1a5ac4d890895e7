package perennial.analytics.churn;

/**
 * A column that a model learns from.
 *
 * @param skewed whether values are amounts, counts or times, which linear models take by their logarithm
 * @param direction in which the outcome may follow the column
 */
record Column(String name, boolean skewed, Direction direction) {

    static Column plain(String name) {
        return new Column(name, false, Direction.EITHER);
    }

    /**
     * What is known beforehand of a column's effect. Columns that measure nearly the same tempt a model to weigh one
     * against the other; where only one direction makes sense, a model that must keep to it gives reasons that do.
     */
    enum Direction {
        RAISES,
        LOWERS,
        EITHER;

        /** The value nearest to a weight that keeps to the direction. */
        double kept(double weight) {
            return switch (this) {
                case RAISES -> Math.max(weight, 0);
                case LOWERS -> Math.min(weight, 0);
                case EITHER -> weight;
            };
        }

        int sign() {
            return switch (this) {
                case RAISES -> 1;
                case LOWERS -> -1;
                case EITHER -> 0;
            };
        }
    }
}
