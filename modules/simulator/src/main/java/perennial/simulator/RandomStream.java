package perennial.simulator;

/**
 * A reproducible stream of chance: SplitMix64 with an increment of its own per stream (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014).
 *
 * <p>It is written out, and uses {@link StrictMath}, because neither {@link java.util.SplittableRandom} nor {@link Math}
 * promises the same bits on every machine and in every release, and a simulated shop has to be the same everywhere.
 */
final class RandomStream {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1p-53;

    private final long increment;
    private long state;

    RandomStream(long state, long increment) {
        this.state = state;
        this.increment = increment;
    }

    /** The stream with this number under a seed; it does not depend on which other streams are used. */
    static RandomStream of(long seed, long number) {
        long key = mix(seed + GOLDEN) + number * GOLDEN;
        return new RandomStream(mix(key), increment(mix(key ^ GOLDEN)));
    }

    /** A stream that is independent of what is drawn from this one afterwards. */
    RandomStream split() {
        return new RandomStream(next(), increment(next()));
    }

    /** 64 bits. */
    long next() {
        state += increment;
        return mix(state);
    }

    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long x = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    /** An odd increment whose neighbouring bits differ often enough, as in section 4 of the paper. */
    private static long increment(long bits) {
        long odd = bits | 1L;
        return Long.bitCount(odd ^ (odd >>> 1)) < 24 ? odd ^ 0xaaaaaaaaaaaaaaaaL : odd;
    }

    /** Uniform on (0, 1), both ends excluded. */
    double uniform() {
        return ((next() >>> 11) + 0.5) * UNIT;
    }

    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Uniform on 0 .. bound - 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Uniform on from .. to, both included. */
    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Exponential with this rate; infinite at rate 0. */
    double exponential(double rate) {
        return -StrictMath.log(uniform()) / rate;
    }

    /** Standard normal, by Box and Muller. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Log-normal with median 1. */
    double logNormal(double sigma) {
        return StrictMath.exp(sigma * normal());
    }

    /** Gamma with mean shape / rate (Marsaglia and Tsang, "A simple method for generating gamma variables", 2000). */
    double gamma(double shape, double rate) {
        if (shape < 1) {
            return gamma(shape + 1, rate) * StrictMath.pow(uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                if (StrictMath.log(uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v / rate;
                }
            }
        }
    }

    double beta(double a, double b) {
        double x = gamma(a, 1);
        return x / (x + gamma(b, 1));
    }

    /** Poisson by counting exponential gaps in a product of uniforms; meant for means of a few units. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    /** An index, drawn with probability proportional to its weight. */
    int pick(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
