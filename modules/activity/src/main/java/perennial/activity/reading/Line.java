package perennial.activity.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import perennial.activity.Reason;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.kernel.NearestWord;
import perennial.kernel.Words;

/** The line in hand, by the names that the mapping gives its fields; what can't be used is a {@link Refusal}. */
final class Line {
    private static final BigDecimal LARGEST_AMOUNT = BigDecimal.TEN.pow(12);
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private final Mapping mapping;
    private final Terms terms;
    private final ZoneId zone;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> columns;
    private String[] values = {};
    private String lastTime = "";
    private Instant lastInstant = Instant.EPOCH;

    /** @throws InvalidInputException if the file lacks a column that the mapping names, or is in another currency */
    Line(Mapping mapping, Terms terms, List<String> names) {
        this.mapping = mapping;
        this.terms = terms;
        this.zone = mapping.zone().orElse(terms.zone());
        this.columns = places(mapping, names);
        mapping.fields()
                .forEach((field, rule) ->
                        rule.column().ifPresent(column -> places.put(field, place(column, rule.line(), columns))));
        mapping.currency()
                .filter(currency -> !currency.equals(terms.currency()))
                .ifPresent(currency -> {
                    throw new InvalidInputException(
                            "currency",
                            currency,
                            new Words(
                                    "the mapping is for " + currency + ", the shop counts in " + terms.currency(),
                                    "映射的币种是 " + currency + "，店铺以 " + terms.currency() + " 计"),
                            new Words(
                                    "convert the file, or open the shop in " + currency,
                                    "请换算文件中的金额，或以 " + currency + " 开设店铺"));
                });
    }

    private static Map<String, Integer> places(Mapping mapping, List<String> names) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i), i);
        }
        if (mapping.cancellation() instanceof CancellationRule.Prefix rule) {
            place(rule.column(), rule.line(), columns);
        } else if (mapping.cancellation() instanceof CancellationRule.OneOf rule) {
            place(rule.column(), rule.line(), columns);
        }
        return columns;
    }

    private static int place(String column, int line, Map<String, Integer> columns) {
        Integer place = columns.get(column);
        if (place == null) {
            throw new InvalidInputException(
                    "column",
                    column,
                    new Words(
                            "the file has no column \"" + column + "\", which line " + line + " of the mapping names",
                            "文件没有映射第 " + line + " 行所写的列“" + column + "”"),
                    NearestWord.advice(
                            column, columns.keySet().stream().sorted().toList()));
        }
        return place;
    }

    void take(String[] values) {
        this.values = values;
    }

    /** What a column holds, untouched by the rules of any field. */
    String column(String column) {
        return values[columns.getOrDefault(column, 0)].strip();
    }

    Set<String> fields() {
        return mapping.fields().keySet();
    }

    /** Empty if the field is not mapped, blank, or one of the words for a missing value. */
    Optional<String> text(String field, int longest) {
        FieldRule rule = mapping.fields().get(field);
        if (rule == null) {
            return Optional.empty();
        }
        Integer place = places.get(field);
        String raw = place == null ? rule.constant().orElse("") : values[place];
        if (mapping.missing().contains(raw.strip())) {
            return Optional.empty();
        }
        String value = rule.apply(raw);
        if (value.isEmpty() || mapping.missing().contains(value)) {
            return Optional.empty();
        }
        if (value.length() > longest) {
            throw new Refusal(Reason.TOO_LONG, field + ": " + value.length() + " characters, " + longest + " fit");
        }
        if (!isStorable(value)) {
            throw new Refusal(Reason.OUT_OF_RANGE, field + ": a character that no text has");
        }
        return Optional.of(value);
    }

    String needed(String field, int longest, Reason reason) {
        return text(field, longest).orElseThrow(() -> new Refusal(reason, field));
    }

    CustomerId customer() {
        return new CustomerId(needed("customer_id", 200, Reason.NO_CUSTOMER));
    }

    /** The customer that the line names; where the time can't be read they are known all the same. */
    Sighting sighting() {
        CustomerId customer = customer();
        Optional<Instant> at;
        try {
            at = instant("at");
        } catch (Refusal timeless) {
            at = Optional.empty();
        }
        return new Sighting(customer, at, attributes());
    }

    Optional<Instant> instant(String field) {
        return text(field, 100).map(text -> instant(field, text));
    }

    /** Lines of one order mostly carry the same time, so the last one is remembered. */
    private Instant instant(String field, String text) {
        if (!text.equals(lastTime)) {
            try {
                Instant instant = mapping.instants().parse(text, zone);
                int year = instant.atOffset(ZoneOffset.UTC).getYear();
                if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
                    throw refusal(Reason.OUT_OF_RANGE, field, text);
                }
                lastInstant = instant;
                lastTime = text;
            } catch (DateTimeException e) {
                throw refusal(Reason.NOT_A_TIME, field, text);
            }
        }
        return lastInstant;
    }

    LocalDate date(String field) {
        String text = needed(field, 100, Reason.NO_TIME);
        try {
            LocalDate date = mapping.dates().parse(text);
            if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
                throw refusal(Reason.OUT_OF_RANGE, field, text);
            }
            return date;
        } catch (DateTimeException e) {
            throw refusal(Reason.NOT_A_DATE, field, text);
        }
    }

    Optional<BigDecimal> number(String field) {
        return text(field, 100)
                .map(text ->
                        mapping.decimals().parse(text).orElseThrow(() -> refusal(Reason.NOT_A_NUMBER, field, text)));
    }

    /** An amount in major units with four decimals, not below zero. */
    Optional<BigDecimal> amount(String field) {
        Optional<BigDecimal> amount = number(field);
        amount.ifPresent(number -> {
            if (number.signum() < 0) {
                throw refusal(Reason.BELOW_ZERO, field, number);
            }
            if (number.compareTo(LARGEST_AMOUNT) > 0) {
                throw refusal(Reason.OUT_OF_RANGE, field, number);
            }
        });
        return amount;
    }

    long minor(String field, BigDecimal major) {
        if (major.abs().compareTo(LARGEST_AMOUNT) > 0) {
            throw refusal(Reason.OUT_OF_RANGE, field, major);
        }
        return Money.of(major, terms.currency()).minor();
    }

    Optional<Long> whole(String field) {
        return number(field).map(number -> {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw refusal(Reason.NOT_A_WHOLE_NUMBER, field, number);
            }
        });
    }

    /** Refuses a line that says it is in another currency than the shop's. */
    void checkCurrency() {
        text("currency", 100).ifPresent(code -> {
            if (!code.equals(terms.currency().getCurrencyCode())) {
                throw refusal(Reason.OTHER_CURRENCY, "currency", code);
            }
        });
    }

    /** What the mapping calls attribute.NAME, by name. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (String field : fields()) {
            if (field.startsWith("attribute.")) {
                text(field, 1000).ifPresent(value -> attributes.put(field.substring("attribute.".length()), value));
            }
        }
        return attributes;
    }

    static BigDecimal fourDecimals(BigDecimal number) {
        return number.setScale(4, RoundingMode.HALF_UP);
    }

    static Refusal refusal(Reason reason, String field, Object value) {
        return new Refusal(reason, field + ": " + value);
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !isPair(text, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
