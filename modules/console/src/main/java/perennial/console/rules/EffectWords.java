package perennial.console.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.console.shell.Format;
import perennial.decisions.Decisions;
import perennial.decisions.RuleEffects.Effect;
import perennial.decisions.RuleEffects.Lever;
import perennial.overview.Overview;
import perennial.segmentation.Segments;

/** Offers and segments by the names that people know them by. */
@Named
@RequestScoped
public class EffectWords {
    @Inject
    private Decisions decisions;

    @Inject
    private Segments segments;

    @Inject
    private Overview overview;

    @Inject
    private Format format;

    private @Nullable Map<String, String> known;

    public String verb(Lever lever) {
        return format.of(decisions.meaning(lever.verb()));
    }

    public String kind(Lever lever) {
        return format.of(decisions.title(lever.kind()));
    }

    public String offer(Lever lever) {
        return kind(lever) + ": " + verb(lever);
    }

    public String uplift(Effect effect) {
        return format.percent(effect.uplift());
    }

    public String interval(Effect effect) {
        return format.percent(effect.lower()) + " – " + format.percent(effect.upper());
    }

    /** Names of today's segments, by id. */
    public Map<String, String> getSegments() {
        Map<String, String> names = Objects.requireNonNullElseGet(known, this::names);
        known = names;
        return names;
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        overview.inForce()
                .ifPresent(run -> segments.segmentation(run)
                        .segments()
                        .forEach(segment -> names.put(segment.id(), format.of(segment.name()))));
        return names;
    }

    /** The id where the segment is none of today's; empty for everybody. */
    public String segment(Optional<String> id) {
        return id.map(one -> getSegments().getOrDefault(one, one)).orElse("");
    }
}
