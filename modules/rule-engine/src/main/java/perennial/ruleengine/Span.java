package perennial.ruleengine;

/**
 * The numbers between two bounds, each of which belongs to it unless it is open or infinite.
 */
record Span(double low, boolean lowOpen, double high, boolean highOpen) {

    static Span closed(double low, double high) {
        return new Span(low, Double.isInfinite(low), high, Double.isInfinite(high));
    }

    /** The numbers that an operator other than {@code !=} allows beside a bound. */
    static Span of(Condition.Operator operator, double bound) {
        return switch (operator) {
            case LESS -> new Span(Double.NEGATIVE_INFINITY, true, bound, true);
            case AT_MOST -> new Span(Double.NEGATIVE_INFINITY, true, bound, false);
            case GREATER -> new Span(bound, true, Double.POSITIVE_INFINITY, true);
            case AT_LEAST -> new Span(bound, false, Double.POSITIVE_INFINITY, true);
            case EQUAL -> new Span(bound, false, bound, false);
            case UNEQUAL -> throw new IllegalArgumentException("what is unequal is no span");
        };
    }

    Span and(Span other) {
        boolean lower = low < other.low || (low == other.low && !lowOpen);
        boolean higher = high > other.high || (high == other.high && !highOpen);
        Span from = lower ? other : this;
        Span to = higher ? other : this;
        return new Span(from.low, from.lowOpen, to.high, to.highOpen);
    }

    /** The same of whole numbers, with bounds that belong to it. */
    Span whole() {
        double from = lowOpen ? Math.floor(low) + 1 : Math.ceil(low);
        double to = highOpen ? Math.ceil(high) - 1 : Math.floor(high);
        return closed(from, to);
    }

    boolean empty() {
        return low > high || (low == high && (lowOpen || highOpen));
    }

    /** A number of a span that is not empty, near its lower bound where it has one. */
    double sample(double step) {
        if (!lowOpen) {
            return low;
        }
        if (Double.isInfinite(low)) {
            return highOpen ? (Double.isInfinite(high) ? 0 : high - step) : high;
        }
        return low + step < high ? low + step : low + (high - low) / 2;
    }

    /** As conditions on an attribute. */
    String written(String name) {
        if (low == high) {
            return name + " == " + Numbers.shown(low);
        }
        String from = Double.isInfinite(low) ? "" : name + (lowOpen ? " > " : " >= ") + Numbers.shown(low);
        String to = Double.isInfinite(high) ? "" : name + (highOpen ? " < " : " <= ") + Numbers.shown(high);
        return from + (from.isEmpty() || to.isEmpty() ? "" : ", ") + to;
    }
}
