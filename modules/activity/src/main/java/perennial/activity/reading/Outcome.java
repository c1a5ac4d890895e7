package perennial.activity.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.activity.Reason;
import perennial.analytics.history.Event;
import perennial.kernel.CustomerId;

/** What became of one line of a file. */
public sealed interface Outcome {

    /** The line repeats an earlier one of the same file in every field. */
    record Duplicate() implements Outcome {}

    /**
     * The line can't be used.
     *
     * @param line of the file, the header being the first
     * @param detail the field and what it held
     * @param content the line as a CSV record, or as it came
     * @param seen the customer, if it named one
     */
    record SetApart(long line, Reason reason, String detail, String content, Optional<Sighting> seen)
            implements Outcome {}

    /** A customer with what the shop recorded of them. */
    record CustomerRow(
            CustomerId customer,
            Optional<Instant> registered,
            Map<String, String> attributes,
            List<ConsentWord> consents)
            implements Outcome {}

    /** What a customer said to being contacted by a channel. */
    record ConsentWord(String channel, boolean given, Optional<Instant> at) {}

    /** A product; an amount is in major units. */
    record ProductRow(
            String sku,
            Optional<String> name,
            Optional<String> category,
            Optional<BigDecimal> listPrice,
            Optional<BigDecimal> cost,
            Optional<Long> stock)
            implements Outcome {}

    /**
     * A line of an order, or one cancelled or given back.
     *
     * @param key a fingerprint of the line's content, by which it is known again
     * @param quantity above zero, in a cancellation too
     * @param unitPrice in major units, with four decimals
     * @param amountMinor the line's amount, rounded half up to minor units
     */
    record OrderLine(
            Sighting seen,
            boolean cancels,
            String order,
            long key,
            Instant at,
            String sku,
            Optional<String> productName,
            int quantity,
            BigDecimal unitPrice,
            long amountMinor,
            OrderFacts facts)
            implements Outcome {}

    /** What an order tells beside its lines. */
    record OrderFacts(
            Optional<String> channel,
            Optional<String> coupon,
            Optional<String> paymentCountry,
            Optional<String> shippingCountry) {}

    /** Something a customer did. */
    record EventRow(Sighting seen, String id, Instant at, Event.Kind kind, String subject, OptionalDouble amount)
            implements Outcome {}

    /** A cost of the days from the first, included, to the last, excluded. */
    record CostRow(LocalDate from, LocalDate to, String kind, Optional<String> channel, long amountMinor)
            implements Outcome {}
}
