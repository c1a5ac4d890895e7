package perennial.analytics.clustering;

/**
 * How far two assignments of the same rows agree, whatever their segments are called: 1 where they are the same, about
 * 0 where they agree as chance would, below 0 where less (Hubert and Arabie 1985, Journal of Classification 2, p. 198).
 */
public final class AdjustedRand {
    private AdjustedRand() {}

    public static double index(Assignment one, Assignment other) {
        Transitions table = Transitions.between(one, other);
        double together = 0;
        for (int i = 0; i < one.segments(); i++) {
            for (int j = 0; j < other.segments(); j++) {
                together += pairs(table.count(i, j));
            }
        }
        double inOne = pairsWithin(one);
        double inOther = pairsWithin(other);
        double all = pairs(one.rows());
        double expected = all > 0 ? inOne * inOther / all : 0;
        double most = (inOne + inOther) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double pairsWithin(Assignment assignment) {
        double sum = 0;
        for (int size : assignment.sizes()) {
            sum += pairs(size);
        }
        return sum;
    }

    private static double pairs(long n) {
        return n * (n - 1) / 2.0;
    }
}
