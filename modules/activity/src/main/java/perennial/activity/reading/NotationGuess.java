package perennial.activity.reading;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import perennial.activity.MappingForm.Notation;
import perennial.activity.MappingForm.Source;

/** How the times and numbers of a file are written, by some of them. */
final class NotationGuess {
    private static final Set<String> NUMBERS =
            Set.of("quantity", "unit_price", "list_price", "cost", "stock", "amount", "rating");
    private static final Set<String> DATES = Set.of("from", "to");

    private static final int TRIED = 200;

    /** Where a text fits several, day before month comes first, as most of the world writes it. */
    private static final List<String> DAYS = List.of(
            "yyyy-M-d",
            "yyyy/M/d",
            "yyyy.M.d",
            "yyyy年M月d日",
            "d.M.yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "d-M-yyyy",
            "yyyyMMdd");

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
        String bare = value.startsWith(source.dropPrefix())
                ? value.substring(source.dropPrefix().length())
                : value;
        return bare.endsWith(source.dropSuffix())
                ? bare.substring(0, bare.length() - source.dropSuffix().length())
                : bare;
    }

    private static boolean hasDecimalComma(String number) {
        return COMMA_LAST.matcher(number).matches()
                || POINTS_THEN_COMMA.matcher(number).matches();
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
        Map<String, Parser> ways = new LinkedHashMap<>();
        ways.put("iso", value -> InstantFormat.ISO.parse(value, ZoneOffset.UTC));
        DAYS.forEach(day -> TIMES.forEach(time -> ways.put(day + time, pattern(day + time))));
        ways.put("yyyyMMddHHmmss", pattern("yyyyMMddHHmmss"));
        ways.put("epoch_millis", value -> digits(value, 13));
        ways.put("epoch_seconds", value -> digits(value, 10));
        return likeliest(values, ways);
    }

    private static Parser pattern(String text) {
        InstantFormat format = new InstantFormat.Pattern(InstantFormat.formatter(text));
        return value -> format.parse(value, ZoneOffset.UTC);
    }

    private static long digits(String value, int digits) {
        if (!value.matches("\\d{" + digits + "}")) {
            throw new DateTimeException("not " + digits + " digits");
        }
        return Long.parseLong(value);
    }

    private static String dates(List<String> values) {
        Map<String, Parser> ways = new LinkedHashMap<>();
        ways.put("iso", DateFormat.ISO::parse);
        DAYS.forEach(day -> ways.put(day, new DateFormat(InstantFormat.formatter(day), false)::parse));
        return likeliest(values, ways);
    }

    /** The way that fits most values, for some of them may be wrong; the earlier one of equals. */
    private static String likeliest(List<String> values, Map<String, Parser> ways) {
        List<String> some = values.stream().limit(TRIED).toList();
        String best = "iso";
        long most = 0;
        for (Map.Entry<String, Parser> way : ways.entrySet()) {
            long fitting = some.stream().filter(fits(way.getValue())).count();
            if (fitting > most) {
                best = way.getKey();
                most = fitting;
            }
            if (fitting == some.size()) {
                break;
            }
        }
        return best;
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

    /** The sign that nearly all values have. */
    private static String common(List<String> values, Pattern sign) {
        Map<String, Integer> counts = new HashMap<>();
        for (String value : values) {
            Matcher matcher = sign.matcher(value);
            counts.merge(matcher.find() ? matcher.group().strip() : "", 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() * 10 >= values.size() * 9)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
