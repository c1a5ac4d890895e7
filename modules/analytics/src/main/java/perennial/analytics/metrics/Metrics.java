package perennial.analytics.metrics;

import static perennial.analytics.metrics.Quantity.*;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import perennial.analytics.metrics.Metric.Input;
import perennial.analytics.metrics.Metric.Known;
import perennial.analytics.metrics.Metric.Lack;
import perennial.analytics.metrics.Metric.NotKnown;
import perennial.analytics.metrics.Metric.Outcome;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.kernel.Window;

/**
 * The nine formulas, for one period and one currency. An input that nobody recorded and a division by nothing make a
 * metric that is not known, with the reason; an input that can't be is refused.
 *
 * <p>The formulas are those of docs/metrics.md, which also says what each symbol counts.
 */
public record Metrics(Window period, Currency currency) {

    /**
     * LTV = C r / ((1 + r)^n - 1): the even amount for each of n periods that grows, at interest r, to the contribution
     * C at the end of them. For r = 0 this is its limit, C / n.
     *
     * @param contribution of one customer over all n periods, in major units
     * @param rate per period, above -1
     * @param periods above 0
     */
    public Metric ltv(OptionalDouble contribution, double rate, double periods) {
        requireRate(rate);
        require(periods > 0 && periods < Double.POSITIVE_INFINITY, PERIODS, periods, "a number above 0");
        contribution.ifPresent(amount -> requireFinite(CONTRIBUTION, amount));
        List<Input> inputs =
                List.of(Input.of(CONTRIBUTION, contribution), Input.of(RATE, rate), Input.of(PERIODS, periods));
        if (contribution.isEmpty()) {
            return metric(Measure.LTV, inputs, new NotKnown(Lack.NOT_RECORDED, CONTRIBUTION));
        }
        // expm1 and log1p keep the digits that (1 + r)^n - 1 loses at small rates.
        double share = rate == 0 ? 1 / periods : rate / Math.expm1(periods * Math.log1p(rate));
        return metric(Measure.LTV, inputs, new Known(contribution.getAsDouble() * share));
    }

    /** ROC = LTV / CAC. */
    public Metric roc(Metric ltv, Metric cac) {
        require(
                ltv.measure() == Measure.LTV && ltv.currency().equals(currency),
                LIFETIME_VALUE,
                ltv,
                "an LTV in " + currency);
        require(
                cac.measure() == Measure.CAC && cac.currency().equals(currency),
                ACQUISITION_COST,
                cac,
                "a CAC in " + currency);
        List<Input> inputs = List.of(Input.of(LIFETIME_VALUE, ltv.value()), Input.of(ACQUISITION_COST, cac.value()));
        if (ltv.outcome() instanceof NotKnown unknown) {
            return metric(Measure.ROC, inputs, unknown);
        }
        if (cac.outcome() instanceof NotKnown unknown) {
            return metric(Measure.ROC, inputs, unknown);
        }
        return quotient(
                Measure.ROC,
                inputs,
                ltv.value().orElseThrow(),
                ACQUISITION_COST,
                cac.value().orElseThrow());
    }

    /**
     * ARPU = R / B.
     *
     * @param revenue of the period
     * @param buyers who bought in it
     */
    public Metric arpu(Money revenue, long buyers) {
        double amount = major(REVENUE, revenue);
        requireCount(BUYERS, buyers);
        List<Input> inputs = List.of(Input.of(REVENUE, amount), Input.of(BUYERS, (double) buyers));
        return quotient(Measure.ARPU, inputs, amount, BUYERS, (double) buyers);
    }

    /**
     * CLV = C_1 + ... + C_n.
     *
     * @param contributions of one customer, in major units, a value for each period; empty where they are not known
     */
    public Metric clv(List<Double> contributions) {
        return sum(Measure.CLV, contributions, 0, List.of(new Input(CONTRIBUTION, contributions)));
    }

    /**
     * CLV = C_1 / (1 + r)^1 + ... + C_n / (1 + r)^n.
     *
     * @param contributions as for {@link #clv}
     * @param rate of discount per period, above -1
     */
    public Metric discountedClv(List<Double> contributions, double rate) {
        requireRate(rate);
        return sum(
                Measure.DISCOUNTED_CLV,
                contributions,
                rate,
                List.of(new Input(CONTRIBUTION, contributions), Input.of(RATE, rate)));
    }

    /**
     * Retention rate = (E - N) / S.
     *
     * @param atStart customers at the start of the period; empty where the records begin too late to tell
     * @param atEnd customers at its end
     * @param gained those of them who were none at the start
     */
    public Metric retentionRate(OptionalLong atStart, long atEnd, long gained) {
        return overStart(Measure.RETENTION_RATE, atStart, atEnd, gained, atEnd - gained);
    }

    /** Churn rate = (S - (E - N)) / S, which is one less the retention rate; parameters as there. */
    public Metric churnRate(OptionalLong atStart, long atEnd, long gained) {
        return overStart(Measure.CHURN_RATE, atStart, atEnd, gained, atStart.orElse(0) - (atEnd - gained));
    }

    /**
     * CAC = A / F.
     *
     * @param costs of acquisition in the period; empty where none were recorded
     * @param firstBuyers who bought for the first time in the period; empty where the records begin too late to tell
     */
    public Metric cac(Optional<Money> costs, OptionalLong firstBuyers) {
        return perHead(Measure.CAC, ACQUISITION_COSTS, costs, FIRST_BUYERS, firstBuyers);
    }

    /**
     * CRC = K / B.
     *
     * @param costs of retention in the period; empty where none were recorded
     * @param buyers active customers: those who bought in the period
     */
    public Metric crc(Optional<Money> costs, long buyers) {
        return perHead(Measure.CRC, RETENTION_COSTS, costs, BUYERS, OptionalLong.of(buyers));
    }

    private Metric sum(Measure measure, List<Double> contributions, double rate, List<Input> inputs) {
        if (contributions.isEmpty()) {
            return metric(measure, inputs, new NotKnown(Lack.NOT_RECORDED, CONTRIBUTION));
        }
        double sum = 0;
        for (int t = contributions.size(); t > 0; t--) {
            requireFinite(CONTRIBUTION, contributions.get(t - 1));
            sum = (sum + contributions.get(t - 1)) / (1 + rate);
        }
        return metric(measure, inputs, new Known(sum));
    }

    private Metric overStart(Measure measure, OptionalLong atStart, long atEnd, long gained, long part) {
        requireCount(AT_START, atStart.orElse(0));
        requireCount(AT_END, atEnd);
        require(gained >= 0 && gained <= atEnd, GAINED, gained, "0 to " + atEnd);
        List<Input> inputs = List.of(
                Input.of(AT_START, asDouble(atStart)), Input.of(AT_END, (double) atEnd), Input.of(GAINED, (double)
                        gained));
        if (atStart.isEmpty()) {
            return metric(measure, inputs, new NotKnown(Lack.RECORDS_TOO_SHORT, AT_START));
        }
        long start = atStart.getAsLong();
        require(atEnd - gained <= start, AT_START, start, "at least the " + (atEnd - gained) + " who stayed");
        return quotient(measure, inputs, (double) part, AT_START, (double) start);
    }

    private Metric perHead(Measure measure, Quantity what, Optional<Money> costs, Quantity head, OptionalLong heads) {
        requireCount(head, heads.orElse(0));
        List<Input> inputs = List.of(
                costs.isPresent() ? Input.of(what, major(what, costs.get())) : Input.unknown(what),
                Input.of(head, asDouble(heads)));
        if (costs.isEmpty()) {
            return metric(measure, inputs, new NotKnown(Lack.NOT_RECORDED, what));
        }
        if (heads.isEmpty()) {
            return metric(measure, inputs, new NotKnown(Lack.RECORDS_TOO_SHORT, head));
        }
        return quotient(measure, inputs, major(what, costs.get()), head, (double) heads.getAsLong());
    }

    private Metric quotient(Measure measure, List<Input> inputs, double dividend, Quantity by, double divisor) {
        Outcome outcome = divisor == 0 ? new NotKnown(Lack.NONE_IN_PERIOD, by) : new Known(dividend / divisor);
        return metric(measure, inputs, outcome);
    }

    private Metric metric(Measure measure, List<Input> inputs, Outcome outcome) {
        return new Metric(measure, period, currency, inputs, outcome);
    }

    private double major(Quantity quantity, Money money) {
        require(money.currency().equals(currency), quantity, money, "an amount in " + currency);
        return money.toMajor().doubleValue();
    }

    private static OptionalDouble asDouble(OptionalLong count) {
        return count.isPresent() ? OptionalDouble.of((double) count.getAsLong()) : OptionalDouble.empty();
    }

    private static void requireCount(Quantity quantity, long count) {
        require(count >= 0, quantity, count, "0 or more");
    }

    private static void requireRate(double rate) {
        require(rate > -1 && rate < Double.POSITIVE_INFINITY, RATE, rate, "a number above -1");
    }

    private static void requireFinite(Quantity quantity, double value) {
        require(Double.isFinite(value), quantity, value, "a number");
    }

    private static void require(boolean good, Quantity quantity, Object value, String domain) {
        if (!good) {
            throw new InvalidInputException(
                    quantity.label(), value, "the formula is not defined for it", "give " + domain);
        }
    }
}
