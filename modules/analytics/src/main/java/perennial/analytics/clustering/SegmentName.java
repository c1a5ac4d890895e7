package perennial.analytics.clustering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import perennial.kernel.Words;

/**
 * What a segment is called, from what sets its centroid apart from the base.
 *
 * @param words "Frequent big spenders, gone quiet", in English and Simplified Chinese
 * @param claims what the words say, the strongest first; empty where the segment is close to the base throughout
 */
public record SegmentName(Words words, List<Claim> claims) {
    /** A centroid closer to the base than so many standard deviations is not worth a word. */
    public static final double LEAST_DISTANCE = 0.35;

    private static final int USUAL_CLAIMS = 3;
    private static final int MOST_CLAIMS = 5;

    public SegmentName {
        claims = List.copyOf(claims);
    }

    /**
     * Names for segments whose columns are customer features, in the words of the business. No two are alike: those
     * that would be say more, then give a figure.
     */
    public static List<SegmentName> ofFeatures(Segmentation segmentation) {
        return of(segmentation, Vocabulary.FEATURES);
    }

    /**
     * What a segment was called before.
     *
     * @param columns those that the name speaks of, in its order
     */
    public record Before(Words words, List<String> columns) {
        public Before {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Names that last: a segment keeps the name it had as long as each of the name's claims still holds. The others are
     * named as if for the first time, and unlike those that are kept.
     *
     * @param before for each segment, what it was called; empty for a new one
     */
    public static List<SegmentName> ofFeatures(Segmentation segmentation, List<Optional<Before>> before) {
        return of(segmentation, Vocabulary.FEATURES, before);
    }

    /** Names for segments whose columns are of any kind, in plain words: "High income, low age". */
    public static List<SegmentName> ofColumns(Segmentation segmentation) {
        return of(segmentation, Vocabulary.COLUMNS);
    }

    private static List<SegmentName> of(Segmentation segmentation, Vocabulary vocabulary) {
        return of(
                segmentation,
                vocabulary,
                Collections.nCopies(segmentation.segments().size(), Optional.empty()));
    }

    private static List<SegmentName> of(
            Segmentation segmentation, Vocabulary vocabulary, List<Optional<Before>> before) {
        List<List<Claim>> strong = segmentation.segments().stream()
                .map(segment -> Claim.of(segment, segmentation.base()).stream()
                        .filter(claim -> Math.abs(claim.distance()) >= LEAST_DISTANCE)
                        .toList())
                .toList();
        Map<Integer, SegmentName> kept = kept(strong, vocabulary, before);
        List<List<Claim>> worthSaying =
                strong.stream().map(vocabulary::oneOfEachTheme).toList();
        int[] said = new int[worthSaying.size()];
        for (int i = 0; i < said.length; i++) {
            said[i] = Math.min(USUAL_CLAIMS, worthSaying.get(i).size());
        }
        List<SegmentName> names = named(worthSaying, said, vocabulary, kept);
        for (int claims = USUAL_CLAIMS + 1; claims <= MOST_CLAIMS; claims++) {
            for (int i : alike(names)) {
                said[i] = Math.min(claims, worthSaying.get(i).size());
            }
            names = named(worthSaying, said, vocabulary, kept);
        }
        return numbered(withFigures(names, segmentation, vocabulary, kept.keySet()), vocabulary, kept.keySet());
    }

    /** The names whose claims, made of today's centroids, come out in the very words; by place. */
    private static Map<Integer, SegmentName> kept(
            List<List<Claim>> strong, Vocabulary vocabulary, List<Optional<Before>> before) {
        Map<Integer, SegmentName> kept = new HashMap<>();
        for (int i = 0; i < strong.size(); i++) {
            List<Claim> holding = strong.get(i);
            int place = i;
            before.get(i).ifPresent(name -> {
                List<Claim> claims = name.columns().stream()
                        .flatMap(column ->
                                holding.stream().filter(claim -> claim.column().equals(column)))
                        .toList();
                if (!claims.isEmpty()
                        && claims.size() == name.columns().size()
                        && vocabulary.name(claims).equals(name.words())) {
                    kept.put(place, new SegmentName(name.words(), claims));
                }
            });
        }
        return kept;
    }

    private static List<SegmentName> named(
            List<List<Claim>> worthSaying, int[] said, Vocabulary vocabulary, Map<Integer, SegmentName> kept) {
        List<SegmentName> names = new ArrayList<>();
        for (int i = 0; i < said.length; i++) {
            List<Claim> claims = worthSaying.get(i).subList(0, said[i]);
            names.add(kept.getOrDefault(i, new SegmentName(vocabulary.name(claims), claims)));
        }
        return names;
    }

    /** The places of the names that another one is like in either language. */
    private static List<Integer> alike(List<SegmentName> names) {
        return IntStream.range(0, names.size())
                .filter(i ->
                        IntStream.range(0, names.size()).anyMatch(j -> i != j && alike(names.get(i), names.get(j))))
                .boxed()
                .toList();
    }

    private static boolean alike(SegmentName a, SegmentName b) {
        return a.words.english().equals(b.words.english()) || a.words.chinese().equals(b.words.chinese());
    }

    /** Names that are alike get the figure of the column in which their segments lie furthest apart. */
    private static List<SegmentName> withFigures(
            List<SegmentName> names, Segmentation segmentation, Vocabulary vocabulary, Set<Integer> kept) {
        List<SegmentName> told = new ArrayList<>(names);
        for (int i : alike(names)) {
            if (kept.contains(i)) {
                continue;
            }
            List<Segment> same = IntStream.range(0, names.size())
                    .filter(j -> alike(names.get(i), names.get(j)))
                    .boxed()
                    .map(segmentation.segments()::get)
                    .toList();
            Segment.Level level = segmentation.segments().get(i).centroid().get(widest(same));
            told.set(i, new SegmentName(vocabulary.withFigure(names.get(i).words, level), names.get(i).claims));
        }
        return told;
    }

    /** The column in which the segments' centroids are furthest apart. */
    private static int widest(List<Segment> segments) {
        int widest = 0;
        double most = -1;
        for (int column = 0; column < segments.get(0).centroid().size(); column++) {
            int at = column;
            var range = segments.stream()
                    .mapToDouble(segment -> segment.centroid().get(at).standardised())
                    .summaryStatistics();
            if (range.getMax() - range.getMin() > most) {
                most = range.getMax() - range.getMin();
                widest = column;
            }
        }
        return widest;
    }

    /** What is still alike is counted: all but the first of these get a number, and no name that is kept. */
    private static List<SegmentName> numbered(List<SegmentName> names, Vocabulary vocabulary, Set<Integer> kept) {
        List<Integer> alike = alike(names).stream()
                .sorted(Comparator.comparing(place -> !kept.contains(place)))
                .toList();
        List<SegmentName> told = new ArrayList<>(names);
        for (int place = 1; place < alike.size(); place++) {
            SegmentName name = names.get(alike.get(place));
            if (kept.contains(alike.get(place))) {
                continue;
            }
            told.set(alike.get(place), new SegmentName(vocabulary.numbered(name.words, place + 1), name.claims));
        }
        return told;
    }
}
