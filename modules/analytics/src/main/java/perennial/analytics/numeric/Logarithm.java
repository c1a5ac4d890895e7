package perennial.analytics.numeric;

/** The logarithm of one plus something, for loops that take most of their time by it. */
public final class Logarithm {
    private Logarithm() {}

    /**
     * ln(1 + z) for z not negative, to five units of the last digit. The logarithm of the rounded sum is set right by how
     * much the sum lost (Goldberg 1991, What Every Computer Scientist Should Know About Floating-Point Arithmetic, theorem
     * 4): processors are quick at {@link Math#log}, and {@link Math#log1p} takes several times as long.
     */
    public static double ofOnePlus(double z) {
        double sum = 1 + z;
        double kept = sum - 1;
        if (kept == 0) {
            return z;
        }
        return kept == z ? Math.log(sum) : Math.log(sum) * (z / kept);
    }
}
