package perennial.activity.reading;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import perennial.activity.MappingForm.Notation;
import perennial.activity.MappingForm.Source;

/** How the times and numbers of a file are written, by some of them. */
final class NotationGuess {
    private static final Set<String> NUMBERS =
            Set.of("quantity", "unit_price", "list_price", "cost", "stock", "amount", "rating");
    private static final Set<String> DATES = Set.of("from", "to");

    /** Where a text fits several, day before month comes first, as most of the world writes it. */
    private static final List<String> DAYS = List.of(
            "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "d-M-yyyy", "yyyyMMdd");

    private static final List<String> TIMES =
            List.of("", " H:mm:ss", " H:mm", "'T'H:mm:ss", "'T'H:mm", " H:mm:ss.SSS", " h:mm a", " h:mm:ss a");
    private static final Pattern COMMA_LAST = Pattern.compile("[+-]?[\\d.'\\s\\u00a0]*,(\\d{1,2}|\\d{4,})");
    private static final Pattern POINTS_THEN_COMMA = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern SIGN_BEFORE = Pattern.compile("^[^\\d+\\-.,\\s]{1,3}\\s?(?=[\\d-])");
    private static final Pattern SIGN_AFTER = Pattern.compile("(?<=\\d)\\s?[^\\d.,\\s]{1,3}$");

    private NotationGuess() {}

    static Notation of(Sample sample, Map<String, Source> fields) {
        List<String> numbers = new ArrayList<>();
        List<String> instants = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        fields.forEach((field, source) -> {
            List<String> values = sample.values(source.column());
            if (NUMBERS.contains(field)) {
                values.forEach(value -> numbers.add(bare(value, source)));
            } else if (DATES.contains(field)) {
                dates.addAll(values);
            } else if (isInstant(field)) {
                instants.addAll(values);
            }
        });
        boolean comma = numbers.stream().anyMatch(NotationGuess::hasDecimalComma);
        return new Notation(
                "", instants(instants), dates(dates), comma ? "," : ".", grouping(numbers, comma), "", List.of());
    }

    private static boolean isInstant(String field) {
        return field.equals("at") || field.equals("registered_at") || field.endsWith(".at");
    }

    private static String bare(String value, Source source) {
        String bare = value.startsWith(source.dropPrefix()) ? value.substring(source.dropPrefix().length()) : value;
        return bare.endsWith(source.dropSuffix()) ? bare.substring(0, bare.length() - source.dropSuffix().length()) : bare;
    }

    private static boolean hasDecimalComma(String number) {
        return COMMA_LAST.matcher(number).matches() || POINTS_THEN_COMMA.matcher(number).matches();
    }

    private static String grouping(List<String> numbers, boolean decimalComma) {
        for (String sign : List.of(decimalComma ? "." : ",", " ", "\u00a0", "'")) {
            if (numbers.stream().anyMatch(number -> number.contains(sign))) {
                return sign;
            }
        }
        return "";
    }

    private static String instants(List<String> values) {
        List<String> patterns = new ArrayList<>();
        DAYS.forEach(day -> TIMES.forEach(time -> patterns.add(day + time)));
        patterns.add("yyyyMMddHHmmss");
        if (values.isEmpty() || fitAll(values, InstantFormat.ISO)) {
            return "iso";
        }
        return patterns.stream()
                .filter(pattern -> fitAll(values, new InstantFormat.Pattern(InstantFormat.formatter(pattern))))
                .findFirst()
                .orElseGet(() -> epoch(values));
    }

    private static String epoch(List<String> values) {
        if (values.stream().allMatch(value -> value.matches("\\d{13}"))) {
            return "epoch_millis";
        }
        return values.stream().allMatch(value -> value.matches("\\d{9,10}")) ? "epoch_seconds" : "iso";
    }

    private static boolean fitAll(List<String> values, InstantFormat format) {
        return values.stream().allMatch(fits(value -> format.parse(value, ZoneOffset.UTC)));
    }

    private static String dates(List<String> values) {
        if (values.isEmpty() || values.stream().allMatch(fits(DateFormat.ISO::parse))) {
            return "iso";
        }
        return DAYS.stream()
                .filter(day -> values.stream().allMatch(fits(new DateFormat(InstantFormat.formatter(day), false)::parse)))
                .findFirst()
                .orElse("iso");
    }

    private interface Parser {
        Object parse(String text);
    }

    private static Predicate<String> fits(Parser parser) {
        return text -> {
            try {
                parser.parse(text);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        };
    }

    /** A sign such as ¥ before every number. */
    static String prefix(String field, List<String> values) {
        return NUMBERS.contains(field) ? common(values, SIGN_BEFORE) : "";
    }

    /** A sign such as 元 after every number; ".0" after every id, which a spreadsheet has taken for a number. */
    static String suffix(String field, List<String> values) {
        if (field.endsWith("_id")) {
            return !values.isEmpty() && values.stream().allMatch(value -> value.matches("\\d+\\.0")) ? ".0" : "";
        }
        return NUMBERS.contains(field) ? common(values, SIGN_AFTER) : "";
    }

    private static String common(List<String> values, Pattern sign) {
        List<String> signs = values.stream()
                .map(value -> {
                    var matcher = sign.matcher(value);
                    return matcher.find() ? matcher.group() : "";
                })
                .distinct()
                .toList();
        return signs.size() == 1 ? signs.get(0).strip() : "";
    }
}
