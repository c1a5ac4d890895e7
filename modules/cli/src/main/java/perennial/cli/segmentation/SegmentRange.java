package perennial.cli.segmentation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import perennial.cli.terminal.Failure;

/** How many segments are asked for: "5", or "4..8" where the evidence shall decide. */
public record SegmentRange(int fewest, int most) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:\\.\\.(\\d{1,6}))?");

    public static SegmentRange of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw Failure.misused("segment.k", text);
        }
        int fewest = Integer.parseInt(form.group(1));
        int most = form.group(2) == null ? fewest : Integer.parseInt(form.group(2));
        if (fewest < 2 || most < fewest) {
            throw Failure.misused("segment.k", text);
        }
        return new SegmentRange(fewest, most);
    }
}
