package perennial.crmapi.activity;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.activity.Imports;
import perennial.crmapi.wire.CreatedAnswer;
import perennial.kernel.Words;

/**
 * @param state waiting, reading, completed or failed
 * @param accepted rows taken over, by what they became
 * @param setApart lines that could not be used, by reason
 * @param duplicates lines that repeat a line of the same file exactly
 * @param known rows that an earlier import had brought already
 */
public record ImportView(
        long id,
        String kind,
        String mapping,
        String fileName,
        String state,
        Instant received,
        @Nullable Instant finished,
        long linesRead,
        @Nullable Long linesTotal,
        Map<String, Long> accepted,
        Map<String, Long> setApart,
        long duplicates,
        long known,
        @Nullable String failure,
        @Nullable String failureZh)
        implements CreatedAnswer.Numbered {

    static ImportView of(Imports.Report report) {
        return new ImportView(
                report.id(),
                report.kind(),
                report.mapping(),
                report.fileName(),
                report.state().name().toLowerCase(Locale.ROOT),
                report.received(),
                report.finished().orElse(null),
                report.linesRead(),
                report.linesTotal().orElse(null),
                report.accepted(),
                report.setApart(),
                report.duplicates(),
                report.known(),
                report.failure().map(Words::english).orElse(null),
                report.failure().map(Words::chinese).orElse(null));
    }
}
