package perennial.crmapi.segmentation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import perennial.segmentation.SegmentationVersions.Version;

/**
 * @param id of the run that made it
 * @param before the version that it comes after; null for the first one
 * @param decision what was decided about it last
 * @param reason of the run, or what the person wrote; may be empty
 */
public record VersionView(
        long id,
        Instant asOf,
        String state,
        @Nullable Long before,
        int segments,
        String decision,
        Instant decided,
        String decidedBy,
        String reason,
        String reasonZh) {
    static VersionView of(Version version) {
        return new VersionView(
                version.run(),
                version.asOf(),
                version.state().name().toLowerCase(Locale.ROOT),
                version.before().orElse(null),
                version.segments(),
                version.last().kind().name().toLowerCase(Locale.ROOT),
                version.last().at(),
                version.last().actor(),
                version.last().why().english(),
                version.last().why().chinese());
    }
}
