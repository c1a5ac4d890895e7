package perennial.analytics.clustering;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import perennial.analytics.clustering.Segment.Level;

/**
 * One thing that sets a segment apart from the base. It holds both for the centroid, which outliers hardly move, and
 * for the plain means of the members and of the base.
 *
 * @param column the column it is about
 * @param direction whether the segment lies above the base or below it
 * @param segment the mean of the segment's members in the column's own unit
 * @param base the mean of the whole base
 * @param distance how far the centroid lies from the base's, in standard deviations of the base; below 0 for lower
 */
public record Claim(String column, Direction direction, double segment, double base, double distance) {

    public enum Direction {
        HIGHER,
        LOWER
    }

    /** All claims that hold of a segment, the strongest first. */
    static List<Claim> of(Segment segment, List<Level> base) {
        return IntStream.range(0, base.size())
                .mapToObj(j -> of(segment.centroid().get(j), base.get(j)))
                .flatMap(Optional::stream)
                .sorted((a, b) -> Double.compare(Math.abs(b.distance()), Math.abs(a.distance())))
                .toList();
    }

    private static Optional<Claim> of(Level segment, Level base) {
        double distance = segment.standardised() - base.standardised();
        Direction direction = distance > 0 ? Direction.HIGHER : Direction.LOWER;
        OptionalDouble own = segment.mean();
        if (distance == 0 || base.mean().isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        double off = own.getAsDouble() - base.mean().getAsDouble();
        boolean sameDirection = direction == Direction.HIGHER ? off > 0 : off < 0;
        return sameDirection
                ? Optional.of(new Claim(
                        segment.column(),
                        direction,
                        own.getAsDouble(),
                        base.mean().getAsDouble(),
                        distance))
                : Optional.empty();
    }
}
