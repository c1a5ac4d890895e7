package perennial.analytics.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import perennial.analytics.clustering.CentreScreen;

/**
 * The screen by the JDK's Vector API, as many rows at a time as a register of this machine holds. Four centres are
 * scored together, so that a coordinate is loaded once for four products. The loop is the kernel and stays together.
 */
public final class VectorScreen implements CentreScreen {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    /** No row's cluster, so that a row in doubt never seems to stay. */
    private static final int IN_DOUBT = -2;

    @Override
    public String label() {
        return "vector, " + LANES + " lanes";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public int find(Tiles tiles, int from, int to, Targets targets, int[] own, int[] strays, int[] nearest) {
        float[] values = tiles.values();
        float[] minus = targets.minus();
        float[] half = targets.half();
        int dimensions = tiles.dimensions();
        int[] places = new int[LANES];
        int found = 0;
        for (int tile = from; tile < to; tile++) {
            if (tiles.rests(tile)) {
                continue;
            }
            FloatVector best = FloatVector.broadcast(FLOATS, Float.POSITIVE_INFINITY);
            FloatVector second = best;
            // A blend moves bits whatever they mean: the places of centres travel as floats with the bits of an int.
            FloatVector place = FloatVector.zero(FLOATS);
            for (int j = 0; j < half.length; j += 4) {
                FloatVector a = FloatVector.broadcast(FLOATS, half[j]);
                FloatVector b = FloatVector.broadcast(FLOATS, half[j + 1]);
                FloatVector c = FloatVector.broadcast(FLOATS, half[j + 2]);
                FloatVector d = FloatVector.broadcast(FLOATS, half[j + 3]);
                int at = tile * dimensions * LANES;
                int m = j * dimensions;
                for (int i = 0; i < dimensions; i++) {
                    FloatVector x = FloatVector.fromArray(FLOATS, values, at);
                    a = x.fma(FloatVector.broadcast(FLOATS, minus[m]), a);
                    b = x.fma(FloatVector.broadcast(FLOATS, minus[m + dimensions]), b);
                    c = x.fma(FloatVector.broadcast(FLOATS, minus[m + 2 * dimensions]), c);
                    d = x.fma(FloatVector.broadcast(FLOATS, minus[m + 3 * dimensions]), d);
                    at += LANES;
                    m++;
                }
                VectorMask<Float> nearer = a.lt(best);
                FloatVector loser = a.blend(best, nearer);
                second = second.blend(loser, loser.lt(second));
                best = best.blend(a, nearer);
                place = place.blend(Float.intBitsToFloat(j), nearer);
                nearer = b.lt(best);
                loser = b.blend(best, nearer);
                second = second.blend(loser, loser.lt(second));
                best = best.blend(b, nearer);
                place = place.blend(Float.intBitsToFloat(j + 1), nearer);
                nearer = c.lt(best);
                loser = c.blend(best, nearer);
                second = second.blend(loser, loser.lt(second));
                best = best.blend(c, nearer);
                place = place.blend(Float.intBitsToFloat(j + 2), nearer);
                nearer = d.lt(best);
                loser = d.blend(best, nearer);
                second = second.blend(loser, loser.lt(second));
                best = best.blend(d, nearer);
                place = place.blend(Float.intBitsToFloat(j + 3), nearer);
            }
            float slack = targets.slack(tiles.reach(tile));
            FloatVector gap = second.sub(best);
            VectorMask<Float> isSure = gap.compare(VectorOperators.GT, slack);
            if (isSure.allTrue()) {
                tiles.settle(tile, gap.reduceLanes(VectorOperators.MIN) - slack);
            }
            IntVector now = IntVector.broadcast(INTS, IN_DOUBT)
                    .reinterpretAsFloats()
                    .blend(place, isSure)
                    .reinterpretAsInts();
            if (now.compare(VectorOperators.NE, IntVector.fromArray(INTS, own, tile * LANES))
                    .anyTrue()) {
                now.intoArray(places, 0);
                for (int lane = 0; lane < LANES; lane++) {
                    if (places[lane] != own[tile * LANES + lane]) {
                        strays[found] = tile * LANES + lane;
                        nearest[found++] = places[lane];
                    }
                }
            }
        }
        return found;
    }
}
