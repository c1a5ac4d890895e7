package perennial.console.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.activity.Drafts;
import perennial.activity.Imports.Report;
import perennial.activity.Imports.State;
import perennial.activity.Reason;
import perennial.analytics.language.Phrases;

/**
 * An import as the pages show it.
 *
 * @param setApart how many lines could not be used
 * @param share of the lines that were read; null while their number is not known
 * @param failure why it failed; null unless it did
 */
public record ImportView(
        long id,
        String fileName,
        String kind,
        String mapping,
        State state,
        String status,
        Instant received,
        @Nullable Instant finished,
        long lines,
        @Nullable Long total,
        @Nullable Double share,
        List<Count> accepted,
        List<Count> reasons,
        long setApart,
        long duplicates,
        long known,
        @Nullable String failure) {
    static final Phrases PHRASES = Phrases.beside(ImportView.class, "phrases");

    /** How many of what. */
    public record Count(String what, long number) {}

    static ImportView of(Report report, Locale locale) {
        Long total = report.linesTotal().orElse(null);
        return new ImportView(
                report.id(),
                report.fileName(),
                PHRASES.get(locale, "kind." + report.kind()),
                report.mapping().equals(Drafts.BY_HAND) ? PHRASES.get(locale, "byHand") : report.mapping(),
                report.state(),
                PHRASES.get(locale, "state." + label(report.state())),
                report.received(),
                report.finished().orElse(null),
                report.linesRead(),
                total,
                share(report),
                counts(report.accepted(), what -> PHRASES.get(locale, "accepted." + what)),
                counts(report.setApart(), code -> title(code, locale)),
                report.setApart().values().stream().mapToLong(Long::longValue).sum(),
                report.duplicates(),
                report.known(),
                report.failure().map(words -> words.in(locale)).orElse(null));
    }

    public boolean goesOn() {
        return state == State.WAITING || state == State.READING;
    }

    /** The class of its tag. */
    public String tag() {
        return label(state);
    }

    private static String label(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Double share(Report report) {
        if (report.state() == State.WAITING) {
            return Double.valueOf(0);
        }
        return report.linesTotal()
                .filter(total -> total > 0)
                .map(total -> Math.min(1, (double) report.linesRead() / total))
                .orElse(null);
    }

    private interface Name {
        String of(String code);
    }

    /** The most frequent first. */
    private static List<Count> counts(Map<String, Long> counts, Name name) {
        List<Count> list = new ArrayList<>();
        counts.forEach((code, number) -> list.add(new Count(name.of(code), number)));
        list.sort((one, other) -> Long.compare(other.number(), one.number()));
        return list;
    }

    static String title(String code, Locale locale) {
        return Reason.of(code).map(reason -> reason.title(locale)).orElse(code);
    }
}
