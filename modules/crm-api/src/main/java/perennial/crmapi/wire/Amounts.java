package perennial.crmapi.wire;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.kernel.Words;

/** Amounts and counts in the body of a request, held to what a shop can mean. */
public final class Amounts {
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(12);
    private static final int MOST_PIECES = 1_000_000;

    private Amounts() {}

    /** The minor units of an amount in major units; empty where none is given. */
    public static OptionalLong minor(String field, @Nullable BigDecimal major, Currency currency) {
        if (major == null) {
            return OptionalLong.empty();
        }
        if (major.signum() < 0 || major.compareTo(LARGEST) > 0) {
            throw new InvalidInputException(
                    field,
                    major,
                    new Words("it is no amount", "不是有效金额"),
                    new Words("give 0 to " + LARGEST.toPlainString(), "请给出 0 至 " + LARGEST.toPlainString()));
        }
        return OptionalLong.of(Money.of(major, currency).minor());
    }

    public static int pieces(String field, int count) {
        if (count < 1 || count > MOST_PIECES) {
            throw new InvalidInputException(
                    field,
                    count,
                    new Words("it counts no pieces", "不是件数"),
                    new Words("give 1 to " + MOST_PIECES, "请给出 1 至 " + MOST_PIECES));
        }
        return count;
    }
}
