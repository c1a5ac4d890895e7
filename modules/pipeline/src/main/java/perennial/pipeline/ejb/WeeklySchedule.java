package perennial.pipeline.ejb;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** A day of the week and an hour of it. */
record WeeklySchedule(DayOfWeek day, int hour) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z]{3}) ([01]?\\d|2[0-3])");

    static WeeklySchedule parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (matcher.matches()) {
            String name = matcher.group(1).toUpperCase(Locale.ROOT);
            int hour = Integer.parseInt(matcher.group(2));
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().startsWith(name))
                    .findFirst()
                    .map(day -> new WeeklySchedule(day, hour))
                    .orElseThrow(() -> refusal(text));
        }
        throw refusal(text);
    }

    /** The last time before an instant that the schedule was due. */
    Instant lastBefore(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime candidate = local.with(TemporalAdjusters.previousOrSame(day))
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(hour);
        return (candidate.isAfter(local) ? candidate.minusWeeks(1) : candidate).toInstant();
    }

    private static InvalidInputException refusal(String text) {
        return new InvalidInputException(
                "perennial.run.due",
                text,
                new Words("it names no day and hour", "未指明星期几和钟点"),
                new Words("give such as MON 03 for Monday at three", "请给出例如 MON 03，即星期一三点"));
    }
}
