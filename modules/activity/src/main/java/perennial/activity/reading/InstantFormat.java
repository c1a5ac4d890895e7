package perennial.activity.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.snakeyaml.engine.v2.nodes.Node;
import perennial.kernel.Words;

/** How instants are written; a time without a zone is one of the given zone, a date without a time is its first one. */
sealed interface InstantFormat {
    InstantFormat ISO = new Pattern(new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT));

    /** @throws DateTimeException if the text is something else */
    Instant parse(String text, ZoneId zone);

    /** A number of units since 1970-01-01T00:00Z. */
    record Epoch(boolean millis) implements InstantFormat {
        @Override
        public Instant parse(String text, ZoneId zone) {
            try {
                long number = Long.parseLong(text);
                return millis ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            } catch (NumberFormatException e) {
                throw new DateTimeException("not a whole number", e);
            }
        }
    }

    /** A pattern of {@link DateTimeFormatter}; no day is accepted that the calendar does not have. */
    record Pattern(DateTimeFormatter formatter) implements InstantFormat {
        @Override
        public Instant parse(String text, ZoneId zone) {
            TemporalAccessor time =
                    formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            if (time instanceof ZonedDateTime zoned) {
                return zoned.toInstant();
            }
            if (time instanceof LocalDateTime local) {
                return local.atZone(zone).toInstant();
            }
            return LocalDate.from(time).atStartOfDay(zone).toInstant();
        }
    }

    /** One way, else another. */
    record Either(InstantFormat first, InstantFormat second) implements InstantFormat {
        @Override
        public Instant parse(String text, ZoneId zone) {
            try {
                return first.parse(text, zone);
            } catch (DateTimeException e) {
                return second.parse(text, zone);
            }
        }
    }

    static InstantFormat of(Node node) {
        return switch (YamlReader.text(node)) {
            case "iso" -> ISO;
            case "epoch_seconds" -> new Epoch(false);
            case "epoch_millis" -> new Epoch(true);
            default -> new Pattern(pattern(node));
        };
    }

    /** @throws perennial.kernel.InvalidInputException if it is no pattern */
    static DateTimeFormatter pattern(Node node) {
        String text = YamlReader.text(node);
        try {
            return formatter(text);
        } catch (IllegalArgumentException e) {
            throw YamlReader.error(
                    YamlReader.line(node),
                    text,
                    new Words("this is no format of dates and times", "这不是日期和时间的格式"),
                    new Words(
                            "write iso, epoch_seconds, epoch_millis or a pattern such as \"yyyy-MM-dd HH:mm:ss\"",
                            "请写 iso、epoch_seconds、epoch_millis 或形如 \"yyyy-MM-dd HH:mm:ss\" 的格式"));
        }
    }

    /** Strict resolving needs the proleptic year "u" where people write "y". */
    static DateTimeFormatter formatter(String text) {
        StringBuilder pattern = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            quoted ^= letter == '\'';
            pattern.append(letter == 'y' && !quoted ? 'u' : letter);
        }
        return DateTimeFormatter.ofPattern(pattern.toString(), Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
