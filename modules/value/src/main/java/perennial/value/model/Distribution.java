package perennial.value.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import perennial.kernel.Money;
import perennial.value.ValueModels.ValueBin;

/**
 * How many customers have which expected value: twenty bins of a round width up to about the highest hundredth, and one
 * for those above, so that a few large values don't hide where the others are.
 */
public final class Distribution {
    private static final int BINS = 20;
    private static final double MOST = 0.99;

    private final long[] ascending;
    private final Currency currency;

    private Distribution(long[] ascending, Currency currency) {
        this.ascending = ascending;
        this.currency = currency;
    }

    public static List<ValueBin> of(long[] valuesMinor, Currency currency) {
        long[] ascending = valuesMinor.clone();
        Arrays.sort(ascending);
        return ascending.length == 0 ? List.of() : new Distribution(ascending, currency).bins();
    }

    private List<ValueBin> bins() {
        long width = roundAbove(ascending[(int) (MOST * (ascending.length - 1))] / (double) BINS);
        List<ValueBin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            bins.add(bin(i * width, (i + 1) * width));
        }
        long end = BINS * width;
        long largest = ascending[ascending.length - 1];
        if (largest >= end) {
            bins.add(bin(end, largest + 1));
        }
        return bins;
    }

    private ValueBin bin(long from, long to) {
        long count = Arrays.stream(ascending)
                .filter(value -> value >= from && value < to)
                .count();
        return new ValueBin(new Money(from, currency), new Money(to, currency), count);
    }

    /** 1, 2 or 5 times a power of ten, the least above. */
    private static long roundAbove(double value) {
        long power = 1;
        while (power * 10 <= value) {
            power *= 10;
        }
        double leading = value / power;
        return power * (leading < 1 ? 1 : leading < 2 ? 2 : leading < 5 ? 5 : 10);
    }
}
