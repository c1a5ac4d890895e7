package perennial.segmentation.model;

import java.util.List;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.UnknownSegmentException;

/** The name that a person gives a segment. */
public final class GivenName {
    private static final int LONGEST = 200;

    private GivenName() {}

    /**
     * The name as it is kept.
     *
     * @param segments of the segmentation in question, as they are called now
     */
    public static Words of(Words name, String id, List<Segment> segments) {
        if (segments.stream().noneMatch(segment -> segment.id().equals(id))) {
            throw new UnknownSegmentException(id);
        }
        Words given = new Words(stripped("name", name.english()), stripped("nameZh", name.chinese()));
        for (Segment other : segments) {
            if (!other.id().equals(id)) {
                requireUnlike("name", given.english(), other.name().english(), other.id());
                requireUnlike("nameZh", given.chinese(), other.name().chinese(), other.id());
            }
        }
        return given;
    }

    private static String stripped(String field, String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(
                    field,
                    name,
                    new Words("a segment's name is one line of 1 to 200 characters", "客群名称为一行，1 至 200 个字符"),
                    new Words("say what these customers have in common", "请说明这些客户的共同之处"));
        }
        return stripped;
    }

    private static void requireUnlike(String field, String name, String other, String id) {
        if (name.equalsIgnoreCase(other)) {
            throw new InvalidInputException(
                    field,
                    name,
                    new Words("the segment " + id + " is called so", "客群 " + id + " 已使用该名称"),
                    new Words("choose another name", "请换一个名称"));
        }
    }
}
