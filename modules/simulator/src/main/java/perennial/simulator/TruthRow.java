package perennial.simulator;

import java.util.List;
import java.util.Locale;

/** What only an evaluation may know of a customer, in the columns of {@link ShopFile#TRUTH}. */
final class TruthRow {
    private TruthRow() {}

    /**
     * @param future the orders of the horizon after the end
     */
    static String[] of(Life life, List<Order> future, Shop shop) {
        ShopCalendar calendar = shop.calendar();
        Person person = life.person();
        Habit habit = person.habit();
        boolean stays = life.staysUntil(calendar.weeks());
        double age = calendar.weeks() - person.registered();
        Outlook known = Outlook.ofState(life, calendar.weeks());
        Outlook best = Outlook.ofHistory(life, calendar.weeks());
        return new String[] {
            person.id(),
            lower(habit.kind()),
            lower(habit.dropout()),
            number(habit.rate() * habit.driftAfter(age)),
            stays ? "" : calendar.instant(calendar.second(life.leaves())),
            yes(stays),
            number(known.purchases()),
            major(known.spend(), shop),
            number(best.alive()),
            number(best.purchases()),
            major(best.spend(), shop),
            Integer.toString(future.size()),
            major((double) future.stream().mapToLong(Order::total).sum(), shop),
            major(habit.spending().meanAfter(age) * habit.spread(), shop),
            number(person.sensitivity()),
            yes(person.isFraud()),
            number(person.lifts().reminder()),
            number(person.lifts().coupon()),
            number(person.lifts().winBack())
        };
    }

    private static String major(double minor, Shop shop) {
        return Decimals.major(Math.round(minor), shop.settings().currency());
    }

    private static String number(double value) {
        return Decimals.rounded(value, 6);
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
