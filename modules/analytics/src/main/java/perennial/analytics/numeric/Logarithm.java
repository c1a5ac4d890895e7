package perennial.analytics.numeric;

/** The logarithm of one plus something, for loops that take most of their time by it. */
public final class Logarithm {
    private static final double DIGITS_ARE_KEPT = 0.25;

    private Logarithm() {}

    /**
     * ln(1 + z) for z not negative. From 1/4 on the sum loses no more than the last digit of the result, and the plain
     * logarithm, which processors are quick at, does; below it is {@link Math#log1p}.
     */
    public static double ofOnePlus(double z) {
        return z > DIGITS_ARE_KEPT ? Math.log(1 + z) : Math.log1p(z);
    }
}
