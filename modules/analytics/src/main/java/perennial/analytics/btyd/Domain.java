package perennial.analytics.btyd;

import perennial.kernel.InvalidInputException;

/** The limits of what the models are defined for. */
final class Domain {
    private Domain() {}

    static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(name, value, "has to be a number above 0", "give a number above 0");
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(name, value, "can't be negative", "give 0 or a number above it");
        }
        return value;
    }

    /** A horizon may be infinite. */
    static void horizon(double t) {
        if (t != Double.POSITIVE_INFINITY) {
            notNegative("t", t);
        }
    }

    static double share(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new InvalidInputException(name, value, "is a share", "give a number between 0 and 1");
        }
        return value;
    }

    static void past(double x, double tx, double T) {
        notNegative("x", x);
        notNegative("T", T);
        if (!(tx >= 0 && tx <= T)) {
            throw new InvalidInputException(
                    "t_x", tx, "the last purchase lies between 0 and T = " + T, "check the unit of time of t_x and T");
        }
        if (x == 0 && tx != 0) {
            throw new InvalidInputException(
                    "t_x", tx, "without a repeat purchase (x = 0) there is no recency", "give t_x = 0 where x = 0");
        }
    }

    static void whole(String name, double value) {
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw new InvalidInputException(name, value, "a number of purchases is whole", "give a whole number");
        }
    }
}
