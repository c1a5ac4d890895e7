package perennial.analytics.metrics;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import perennial.kernel.Window;

/**
 * One metric with all it rests on.
 *
 * @param currency of every amount among the inputs and, where the metric is money, of the value
 * @param inputs in the order of the formula
 */
public record Metric(Measure measure, Window period, Currency currency, List<Input> inputs, Outcome outcome) {
    public Metric {
        inputs = List.copyOf(inputs);
    }

    /** The value, in major units where it is money. */
    public OptionalDouble value() {
        return outcome instanceof Known known ? OptionalDouble.of(known.value()) : OptionalDouble.empty();
    }

    /** A quantity and its value; several where the formula takes one for each period; none where it is not known. */
    public record Input(Quantity quantity, List<Double> values) {
        public Input {
            values = List.copyOf(values);
        }

        static Input of(Quantity quantity, double value) {
            return new Input(quantity, List.of(value));
        }

        static Input of(Quantity quantity, OptionalDouble value) {
            return value.isPresent() ? of(quantity, value.getAsDouble()) : unknown(quantity);
        }

        static Input unknown(Quantity quantity) {
            return new Input(quantity, List.of());
        }
    }

    /** Either a number or why there is none. */
    public sealed interface Outcome permits Known, NotKnown {}

    public record Known(double value) implements Outcome {}

    /** @param quantity the one that is missing or zero */
    public record NotKnown(Lack lack, Quantity quantity) implements Outcome {
        /** Why there is no number, as a sentence. */
        public String reason(Locale locale) {
            return Measure.LABELS.format(locale, "lack." + lack.name(), quantity.title(locale));
        }
    }

    /** Why a metric has no value. */
    public enum Lack {
        /** Nobody told the product: no costs were imported, no margin was set. */
        NOT_RECORDED,
        /** The quantity that the formula divides by is zero. */
        NONE_IN_PERIOD,
        /** The records begin too late to tell. */
        RECORDS_TOO_SHORT
    }
}
