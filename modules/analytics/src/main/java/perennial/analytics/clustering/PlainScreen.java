package perennial.analytics.clustering;

import java.util.Arrays;

/**
 * The screen in plain Java. Its inner loops run over one lane after the other of a wide tile and hold neither branch nor
 * call, which is what the JVM's compiler turns into vector instructions by itself.
 */
final class PlainScreen implements CentreScreen {
    private static final int LANES = 256;

    @Override
    public String label() {
        return "plain";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public int find(Tiles tiles, int from, int to, Targets targets, int[] own, int[] strays, int[] nearest) {
        int k = targets.half().length;
        float[] scores = new float[k * LANES];
        float[] score = new float[LANES];
        float[] best = new float[LANES];
        float[] second = new float[LANES];
        int found = 0;
        for (int tile = from; tile < to; tile++) {
            Arrays.fill(best, Float.POSITIVE_INFINITY);
            Arrays.fill(second, Float.POSITIVE_INFINITY);
            for (int j = 0; j < k; j++) {
                score(tiles, tile, targets, j, score);
                rank(score, best, second);
                System.arraycopy(score, 0, scores, j * LANES, LANES);
            }
            float slack = targets.slack(tiles.reach(tile));
            for (int lane = 0; lane < LANES; lane++) {
                int row = tile * LANES + lane;
                int stood = own[row];
                boolean isSure = second[lane] - best[lane] > slack;
                if (!isSure || stood < 0 || scores[stood * LANES + lane] != best[lane]) {
                    strays[found] = row;
                    nearest[found++] = isSure ? place(scores, lane, best[lane]) : -1;
                }
            }
        }
        return found;
    }

    private static void score(Tiles tiles, int tile, Targets targets, int j, float[] score) {
        float[] x = tiles.values();
        float[] minus = targets.minus();
        int dimensions = tiles.dimensions();
        int at = tile * dimensions * LANES;
        int c = j * dimensions;
        Arrays.fill(score, targets.half()[j]);
        int d = 0;
        for (; d + 4 <= dimensions; d += 4) {
            four(score, x, at + d * LANES, minus[c + d], minus[c + d + 1], minus[c + d + 2], minus[c + d + 3]);
        }
        for (; d < dimensions; d++) {
            one(score, x, at + d * LANES, minus[c + d]);
        }
    }

    private static void four(float[] score, float[] x, int at, float a, float b, float c, float d) {
        for (int i = 0; i < LANES; i++) {
            score[i] += x[at + i] * a + x[at + LANES + i] * b + x[at + 2 * LANES + i] * c + x[at + 3 * LANES + i] * d;
        }
    }

    private static void one(float[] score, float[] x, int at, float a) {
        for (int i = 0; i < LANES; i++) {
            score[i] += x[at + i] * a;
        }
    }

    private static void rank(float[] score, float[] best, float[] second) {
        for (int i = 0; i < LANES; i++) {
            second[i] = Math.min(second[i], Math.max(best[i], score[i]));
        }
        for (int i = 0; i < LANES; i++) {
            best[i] = Math.min(best[i], score[i]);
        }
    }

    private static int place(float[] scores, int lane, float best) {
        int j = 0;
        while (scores[j * LANES + lane] != best) {
            j++;
        }
        return j;
    }
}
