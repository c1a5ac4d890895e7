package perennial.ruleengine;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;

/** What is left to spend on contacts and discounts. May be shared by threads: no two spend the same money. */
public final class Budget {
    private final AtomicLong left;

    private Budget(long left) {
        this.left = new AtomicLong(left);
    }

    public static Budget of(Money left) {
        if (left.minor() < 0) {
            throw new InvalidInputException("budget", left, "a budget is not negative", "give what is left to spend");
        }
        return new Budget(left.minor());
    }

    public static Budget unlimited() {
        return new Budget(Long.MAX_VALUE);
    }

    /** In minor units of the shop's currency. */
    public long left() {
        return left.get();
    }

    /** What is left; empty where nothing limits it. */
    public OptionalLong rest() {
        long rest = left.get();
        return rest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(rest);
    }

    /** Takes an amount whole or not at all. */
    boolean spend(long minor) {
        long before = left.getAndUpdate(rest -> minor <= rest && rest != Long.MAX_VALUE ? rest - minor : rest);
        return minor <= before;
    }
}
