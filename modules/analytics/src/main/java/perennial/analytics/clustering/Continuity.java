package perennial.analytics.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import perennial.kernel.InvalidInputException;

/**
 * Which of a new run's segments are those of the last run, so that ids and names last. Segments are paired one to one
 * so that the sum of their overlaps is largest, where the overlap of two segments is the share of rows in both among
 * the rows in either (Jaccard). The rows are best today's customers, placed once by the segmentation before and once by
 * the new one: then only the segments differ and nobody has moved.
 *
 * @param origins for each segment after, where it comes from
 * @param fates for each segment before, what became of it
 */
public record Continuity(List<Origin> origins, List<Fate> fates) {
    public Continuity {
        origins = List.copyOf(origins);
        fates = List.copyOf(fates);
    }

    /**
     * Where a segment comes from.
     *
     * @param before the segment it continues or was split from; empty for a new one
     * @param overlap with that segment, 0 to 1
     */
    public record Origin(Origin.Kind kind, OptionalInt before, double overlap) {
        public enum Kind {
            /** It is the segment before: it keeps id and name. */
            CONTINUED,
            /** Most of its rows come from one segment, which another one continues or several share. */
            SPLIT,
            /** Its rows come from here and there. */
            NEW
        }
    }

    /**
     * What became of a segment.
     *
     * @param after the segment that continues it or took it in; empty for one that vanished
     */
    public record Fate(Fate.Kind kind, OptionalInt after) {
        public enum Kind {
            CONTINUED,
            /** Most of its rows went to one segment, which continues another one. */
            MERGED,
            /** Its rows went here and there. */
            VANISHED
        }
    }

    /**
     * Pairs the segments of two runs.
     *
     * @param leastOverlap pairs with a smaller overlap are not the same segment, 0 to 1; 0.3 is usual
     */
    public static Continuity of(Transitions moves, double leastOverlap) {
        if (!(leastOverlap >= 0 && leastOverlap <= 1)) {
            throw new InvalidInputException("leastOverlap", leastOverlap, "must be 0 to 1", "give a share such as 0.3");
        }
        int[] partner = OptimalAssignment.of(overlaps(moves), moves.after());
        int[] before = new int[moves.after()];
        Arrays.fill(before, -1);
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0 && overlap(moves, i, partner[i]) >= leastOverlap && moves.count(i, partner[i]) > 0) {
                before[partner[i]] = i;
            } else {
                partner[i] = -1;
            }
        }
        List<Origin> origins = new ArrayList<>();
        for (int j = 0; j < before.length; j++) {
            origins.add(origin(moves, j, before[j]));
        }
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < partner.length; i++) {
            fates.add(fate(moves, i, partner[i]));
        }
        return new Continuity(origins, fates);
    }

    private static Origin origin(Transitions moves, int after, int before) {
        if (before >= 0) {
            return new Origin(Origin.Kind.CONTINUED, OptionalInt.of(before), overlap(moves, before, after));
        }
        OptionalInt most = IntStream.range(0, moves.before())
                .filter(i -> 2 * moves.count(i, after) > moves.arrived(after))
                .findFirst();
        return most.isPresent()
                ? new Origin(Origin.Kind.SPLIT, most, overlap(moves, most.getAsInt(), after))
                : new Origin(Origin.Kind.NEW, OptionalInt.empty(), 0);
    }

    private static Fate fate(Transitions moves, int before, int after) {
        if (after >= 0) {
            return new Fate(Fate.Kind.CONTINUED, OptionalInt.of(after));
        }
        OptionalInt most = IntStream.range(0, moves.after())
                .filter(j -> 2 * moves.count(before, j) > moves.left(before))
                .findFirst();
        return new Fate(most.isPresent() ? Fate.Kind.MERGED : Fate.Kind.VANISHED, most);
    }

    private static double[][] overlaps(Transitions moves) {
        double[][] overlaps = new double[moves.before()][moves.after()];
        for (int i = 0; i < overlaps.length; i++) {
            for (int j = 0; j < moves.after(); j++) {
                overlaps[i][j] = overlap(moves, i, j);
            }
        }
        return overlaps;
    }

    private static double overlap(Transitions moves, int before, int after) {
        long both = moves.count(before, after);
        long either = moves.left(before) + moves.arrived(after) - both;
        return either == 0 ? 0 : both / (double) either;
    }
}
