package perennial.crmapi.rules;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import perennial.decisions.RuleVersions.Deed;
import perennial.decisions.RuleVersions.Version;

/**
 * @param base the version in force on which it was written; null for the first
 * @param book what decisions call it while no rule is stopped
 * @param due when it goes live; null unless it is scheduled
 * @param deeds the oldest first
 */
public record RuleVersionView(
        long id,
        String title,
        String state,
        String author,
        @Nullable Long base,
        String book,
        @Nullable Instant due,
        List<RuleDeedView> deeds) {
    static RuleVersionView of(Version version) {
        return new RuleVersionView(
                version.id(),
                version.title(),
                version.state().name().toLowerCase(Locale.ROOT),
                version.author(),
                version.base().orElse(null),
                version.book(),
                version.due().orElse(null),
                version.deeds().stream().map(RuleDeedView::of).toList());
    }

    /** @param comment what the person wrote; may be empty */
    public record RuleDeedView(String deed, Instant at, String actor, String comment, String commentZh) {
        static RuleDeedView of(Deed deed) {
            return new RuleDeedView(
                    deed.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    deed.at(),
                    deed.actor(),
                    deed.why().english(),
                    deed.why().chinese());
        }
    }
}
