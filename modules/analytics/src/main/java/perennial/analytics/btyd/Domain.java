package perennial.analytics.btyd;

import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** The limits of what the models are defined for. */
final class Domain {
    private Domain() {}

    static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(
                    name,
                    value,
                    new Words("has to be a number above 0", "须为大于 0 的数"),
                    new Words("give a number above 0", "请给出大于 0 的数"));
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(
                    name,
                    value,
                    new Words("has to be a number from 0 on", "须为不小于 0 的数"),
                    new Words("give 0 or a number above it", "请给出 0 或更大的数"));
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
            throw new InvalidInputException(
                    name,
                    value,
                    new Words("is a share", "是一个比例"),
                    new Words("give a number between 0 and 1", "请给出 0 与 1 之间的数"));
        }
        return value;
    }

    static void past(double x, double tx, double T) {
        notNegative("x", x);
        notNegative("T", T);
        if (!(tx >= 0 && tx <= T)) {
            throw new InvalidInputException(
                    "t_x",
                    tx,
                    new Words("the last purchase lies between 0 and T = " + T, "最后一次购买应在 0 与 T = " + T + " 之间"),
                    new Words("check the unit of time of t_x and T", "请检查 t_x 与 T 的时间单位"));
        }
        if (x == 0 && tx != 0) {
            throw new InvalidInputException(
                    "t_x",
                    tx,
                    new Words("without a repeat purchase (x = 0) there is no recency", "没有重复购买（x = 0）就没有最近购买时间"),
                    new Words("give t_x = 0 where x = 0", "x = 0 时请给出 t_x = 0"));
        }
    }

    static void whole(String name, double value) {
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw new InvalidInputException(
                    name,
                    value,
                    new Words(
                            "has to be a whole number up to " + Integer.MAX_VALUE,
                            "须为不超过 " + Integer.MAX_VALUE + " 的整数"),
                    new Words("give a whole number", "请给出整数"));
        }
    }

    /** The refusal of purchases without end and without a discount, where too many customers never leave. */
    static InvalidInputException diverges(String parameter, double value) {
        return new InvalidInputException(
                "t",
                Double.POSITIVE_INFINITY,
                new Words(
                        "the expected purchases without end are infinite, as " + parameter + " = " + value
                                + " is not above 1",
                        "无限期的预期购买次数为无穷大，因为 " + parameter + " = " + value + " 不大于 1"),
                new Words("give a finite horizon or a discount", "请给出有限的期限或折现率"));
    }
}
