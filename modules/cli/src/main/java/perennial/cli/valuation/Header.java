package perennial.cli.valuation;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import perennial.cli.terminal.Failure;

/** Which column is what, by names that differ in case, blanks and signs, and by the other names that they go by. */
final class Header {
    private static final String CUSTOMER = "id customer customerid custid client clientid user userid";

    private final Map<Field, Integer> places;
    private final boolean isSummary;

    /** What a column can be. */
    enum Field {
        CUSTOMER(Header.CUSTOMER),
        X("x frequency p1x purchases"),
        TX("tx recency lastage"),
        T("t age tcal n"),
        SPEND("spend meanspend m mx zbar monetary monetaryvalue averagespend"),
        GAPS("sumlogitt litt sumloggaps loggaps"),
        TIME("time date day datetime timestamp at orderdate invoicedate purchasedate purchasedat orderedat"),
        AMOUNT("amount value spend price total sales revenue dollarvalue ordervalue");

        private final String names;

        Field(String names) {
            this.names = names;
        }

        List<String> names() {
            return List.of(names.split(" "));
        }
    }

    private Header(Map<Field, Integer> places, boolean isSummary) {
        this.places = places;
        this.isSummary = isSummary;
    }

    /** Empty where the row is not one of names, but of numbers. */
    static Optional<Header> of(Rows.Row row) {
        boolean isNamed = row.fields().stream()
                .anyMatch(field -> field.chars().anyMatch(Character::isLetter) && !Moments.isMoment(field));
        return isNamed ? Optional.of(named(row)) : Optional.empty();
    }

    private static Header named(Rows.Row row) {
        List<String> names = row.fields().stream().map(Header::plain).toList();
        boolean isSummary = place(Field.TX, names).isPresent()
                || (place(Field.X, names).isPresent()
                        && place(Field.TIME, names).isEmpty());
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        List<Field> wanted = isSummary ? List.of(Field.X, Field.TX, Field.T) : List.of(Field.CUSTOMER, Field.TIME);
        for (Field field : wanted) {
            places.put(
                    field,
                    place(field, names)
                            .orElseThrow(() -> Failure.misused(
                                    isSummary ? "file.no-summary-column" : "file.no-log-column",
                                    row.line(),
                                    title(field),
                                    String.join(", ", row.fields()))));
        }
        for (Field field : isSummary ? List.of(Field.CUSTOMER, Field.SPEND, Field.GAPS) : List.of(Field.AMOUNT)) {
            place(field, names).ifPresent(at -> places.put(field, at));
        }
        return new Header(places, isSummary);
    }

    private static String title(Field field) {
        return switch (field) {
            case TX -> "t_x";
            case T -> "T";
            default -> field.name().toLowerCase(Locale.ROOT);
        };
    }

    private static OptionalInt place(Field field, List<String> names) {
        return field.names().stream()
                .mapToInt(names::indexOf)
                .filter(at -> at >= 0)
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The files of CDNOW: customer, day, units, amount, with a second customer number in the sample. */
    static Header ofCdnow(Rows.Row row) {
        int fields = row.fields().size();
        int customer = fields - 4;
        if (customer < 0 || customer > 1 || !Moments.isMoment(row.fields().get(customer + 1))) {
            throw Failure.misused("file.no-header", row.line(), String.join(", ", row.fields()));
        }
        return new Header(
                Map.of(Field.CUSTOMER, customer, Field.TIME, customer + 1, Field.AMOUNT, customer + 3), false);
    }

    boolean isSummary() {
        return isSummary;
    }

    /** The place of a column; below 0 where there is none. */
    int place(Field field) {
        return places.getOrDefault(field, -1);
    }
}
