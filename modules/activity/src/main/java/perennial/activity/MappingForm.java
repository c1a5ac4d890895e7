package perennial.activity;

import java.util.List;
import java.util.Map;

/**
 * A mapping as somebody fills it in: every text as {@code docs/importing.md} has it, blank where the mapping says
 * nothing.
 *
 * @param kind customers, catalogue, orders, events or costs
 * @param fields where each field comes from, by its name, in the order of the form
 * @param assumedConsents kept from the mapping that the form was filled from
 * @param listPricesDerived likewise
 */
public record MappingForm(
        String kind,
        FileShape shape,
        Map<String, Source> fields,
        Notation notation,
        Cancellation cancellation,
        List<String> assumedConsents,
        boolean listPricesDerived) {

    /**
     * How the file falls into lines and columns.
     *
     * @param format csv or ndjson; a workbook passes as csv
     * @param separator one character, or tab
     * @param encoding such as UTF-8 or GBK
     * @param sheet of a workbook; blank: its first one
     */
    public record FileShape(String format, String separator, String encoding, String sheet) {}

    /**
     * Where the value of a field comes from: a column, or one constant for every line.
     *
     * @param values what a word of the file stands for
     */
    public record Source(
            String column, String constant, String dropPrefix, String dropSuffix, Map<String, String> values) {
        public static Source column(String column) {
            return new Source(column, "", "", "", Map.of());
        }

        public static Source constant(String constant) {
            return new Source("", constant, "", "", Map.of());
        }
    }

    /**
     * How times, numbers and amounts are written.
     *
     * @param missing words that stand for no value
     */
    public record Notation(
            String zone,
            String instants,
            String dates,
            String decimal,
            String grouping,
            String currency,
            List<String> missing) {}

    /**
     * What marks a cancelled line of an order.
     *
     * @param column for {@code STARTS_WITH} and {@code IS}
     * @param words the beginning, or the words that the column holds
     */
    public record Cancellation(Mark mark, String column, List<String> words) {
        public static final Cancellation NONE = new Cancellation(Mark.NONE, "", List.of());
    }

    /** The ways in which a cancellation can be marked. */
    public enum Mark {
        NONE,
        NEGATIVE_QUANTITY,
        STARTS_WITH,
        IS
    }
}
