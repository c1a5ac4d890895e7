package perennial.analytics.valuation;

import java.util.Arrays;
import java.util.stream.IntStream;
import perennial.kernel.InvalidInputException;

/**
 * Who bought when and for how much: a row per customer and instant at which the customer bought, in ascending order of
 * time within a customer. Time is a number in whatever unit; money is too. In a log on a day grid the time is the number
 * of a day, so that purchases of one day are one.
 */
public final class PurchaseLog {
    private final int[] begins;
    private final double[] times;
    private final double[] amounts;
    private final boolean hasAmounts;

    private PurchaseLog(int[] begins, double[] times, double[] amounts, boolean hasAmounts) {
        this.begins = begins;
        this.times = times;
        this.amounts = amounts;
        this.hasAmounts = hasAmounts;
    }

    public int customers() {
        return begins.length - 1;
    }

    public int purchases() {
        return times.length;
    }

    /** Whether the log tells what was spent. */
    public boolean hasAmounts() {
        return hasAmounts;
    }

    /** The time of the first purchase in the log. */
    public double begin() {
        return Arrays.stream(times).min().orElse(0);
    }

    /** The time of the last purchase in the log. */
    public double end() {
        return Arrays.stream(times).max().orElse(0);
    }

    int from(int customer) {
        return begins[customer];
    }

    int to(int customer) {
        return begins[customer + 1];
    }

    double time(int purchase) {
        return times[purchase];
    }

    double amount(int purchase) {
        return amounts[purchase];
    }

    /** Gathers purchases in any order; memory is a few numbers a purchase. */
    public static final class Collector {
        private static final int FIRST_ROOM = 1024;

        private int[] customer = new int[FIRST_ROOM];
        private double[] time = new double[FIRST_ROOM];
        private double[] amount = new double[FIRST_ROOM];
        private int size;
        private int customers;
        private boolean hasAmounts = true;

        /**
         * @param who the customer's number, from 0 on without gaps in the end
         * @param when the time
         * @param spent what was spent; NaN where it is not known, and then the log tells of no amounts at all
         */
        public void add(int who, double when, double spent) {
            if (!Double.isFinite(when)) {
                throw new InvalidInputException("time", when, Reasons.words("no-time"), Reasons.words("no-time.fix"));
            }
            if (size == customer.length) {
                int room = Math.addExact(size, size >> 1);
                customer = Arrays.copyOf(customer, room);
                time = Arrays.copyOf(time, room);
                amount = Arrays.copyOf(amount, room);
            }
            customer[size] = who;
            time[size] = when;
            amount[size] = spent;
            size++;
            customers = Math.max(customers, who + 1);
            hasAmounts &= !Double.isNaN(spent);
        }

        /** The log of what was added, purchases of one customer at one time being one. */
        public PurchaseLog collected() {
            int[] place = new int[customers + 1];
            for (int i = 0; i < size; i++) {
                place[customer[i] + 1]++;
            }
            for (int i = 0; i < customers; i++) {
                place[i + 1] += place[i];
            }
            double[] when = new double[size];
            double[] spent = new double[size];
            int[] next = place.clone();
            for (int i = 0; i < size; i++) {
                int at = next[customer[i]]++;
                when[at] = time[i];
                spent[at] = amount[i];
            }
            return merged(place, when, spent);
        }

        private PurchaseLog merged(int[] place, double[] when, double[] spent) {
            int[] begins = new int[place.length];
            int kept = 0;
            for (int who = 0; who + 1 < place.length; who++) {
                sort(when, spent, place[who], place[who + 1]);
                begins[who] = kept;
                for (int i = place[who]; i < place[who + 1]; i++) {
                    if (kept > begins[who] && when[kept - 1] == when[i]) {
                        spent[kept - 1] += spent[i];
                    } else {
                        when[kept] = when[i];
                        spent[kept] = spent[i];
                        kept++;
                    }
                }
            }
            begins[place.length - 1] = kept;
            return new PurchaseLog(begins, Arrays.copyOf(when, kept), Arrays.copyOf(spent, kept), hasAmounts);
        }

        /** Files mostly come in order of time, so looking first is cheaper than sorting. */
        private static void sort(double[] when, double[] spent, int from, int to) {
            boolean inOrder = true;
            for (int i = from + 1; i < to && inOrder; i++) {
                inOrder = when[i - 1] <= when[i];
            }
            if (inOrder) {
                return;
            }
            int[] order = IntStream.range(from, to)
                    .boxed()
                    .sorted((a, b) -> Double.compare(when[a], when[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] sortedTimes =
                    Arrays.stream(order).mapToDouble(i -> when[i]).toArray();
            double[] sortedAmounts =
                    Arrays.stream(order).mapToDouble(i -> spent[i]).toArray();
            System.arraycopy(sortedTimes, 0, when, from, to - from);
            System.arraycopy(sortedAmounts, 0, spent, from, to - from);
        }
    }
}
