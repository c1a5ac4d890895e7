package perennial.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import perennial.simulator.Event.Kind;
import perennial.simulator.Habit.Dropout;
import perennial.simulator.Life.Purchase;
import perennial.simulator.Order.Channel;
import perennial.simulator.Order.Line;

/**
 * What one customer did on the site and said to the shop. It follows from the life that was lived and never changes it:
 * visits become rarer before most customers leave and die away after, some go on looking without buying, and leaving is
 * now and then announced by a bad service case.
 */
final class Browsing {
    private static final String[] TOPICS = {"delivery", "damage", "wrong article", "invoice", "return", "question"};
    private static final double FADING_WEEKS = 6;

    private final Life life;
    private final Person person;
    private final Catalogue catalogue;
    private final ShopCalendar calendar;
    private final RandomStream chance;
    private final long end;
    private final List<Event> events = new ArrayList<>();

    private Browsing(Life life, Catalogue catalogue, ShopCalendar calendar, RandomStream chance) {
        this.life = life;
        this.person = life.person();
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.chance = chance;
        this.end = calendar.to().getEpochSecond();
    }

    /** Everything between registration and the end, in the order of time. */
    static List<Event> done(
            Life life, List<Order> orders, Catalogue catalogue, ShopCalendar calendar, RandomStream chance) {
        Browsing browsing = new Browsing(life, catalogue, calendar, chance);
        browsing.events.add(new Event(life.person().registeredAt(), Kind.VISIT, "", 0));
        browsing.lookAround();
        for (int i = 0; i < orders.size(); i++) {
            browsing.shop(orders.get(i));
            browsing.complain(life.purchases().get(i));
        }
        browsing.complainAtLeaving();
        browsing.events.sort(Comparator.comparingLong(Event::at));
        return browsing.events;
    }

    private void lookAround() {
        boolean fades = person.habit().dropout() == Dropout.EXPONENTIAL && chance.chance(.6);
        boolean lingers = chance.chance(.15);
        double[] season = calendar.season(person.habit().season());
        for (int week = (int) person.registered(); week < calendar.weeks(); week++) {
            double middle = Math.max(person.registered(), week + .5);
            double mood = .5 + .5 * Math.min(3, season[week] * person.habit().driftAfter(middle - person.registered()));
            double rate = person.visits() * mood * attachment(middle, fades, lingers);
            for (int visits = chance.poisson(Math.min(20, rate)); visits > 0; visits--) {
                double time = week + chance.uniform();
                if (time > person.registered()) {
                    visit(calendar.second(time));
                }
            }
        }
    }

    /** How much of their usual visits a customer still makes. */
    private double attachment(double time, boolean fades, boolean lingers) {
        double left = life.leaves() - time;
        if (left >= 0) {
            return fades && left < FADING_WEEKS ? .25 + .75 * left / FADING_WEEKS : 1;
        }
        return .45 * Math.max(lingers ? .6 : 0, StrictMath.exp(left / 4));
    }

    private void visit(long at) {
        add(at, Kind.VISIT, "", 0);
        Product product = wished();
        long time = at + chance.between(5, 60);
        if (chance.chance(.3)) {
            add(time, Kind.SEARCH, words(product), 0);
        }
        boolean more = chance.chance(.8);
        while (more) {
            time += chance.between(10, 180);
            add(time, Kind.VIEW, product.sku(), 0);
            if (chance.chance(.07)) {
                add(time + chance.between(5, 60), Kind.CART, product.sku(), chance.chance(.8) ? 1 : 2);
            }
            product = wished();
            more = chance.chance(.4);
        }
    }

    /** What leads to an order: sometimes a look some days before, then the visit in which it is placed. */
    private void shop(Order order) {
        if (order.channel() == Channel.STORE || order.at() >= end + ShopCalendar.days(8)) {
            return;
        }
        Product first = order.lines().get(0).product();
        if (chance.chance(.3)) {
            long before = order.at() - ShopCalendar.days(chance.uniform(.3, 6));
            add(before, Kind.VISIT, "", 0);
            add(before + chance.between(20, 300), Kind.VIEW, first.sku(), 0);
        }
        long time = order.at() - 60L * order.lines().size() - chance.between(120, 1200);
        add(time, Kind.VISIT, "", 0);
        if (chance.chance(.35)) {
            add(time + chance.between(5, 40), Kind.SEARCH, words(first), 0);
        }
        for (Line line : order.lines()) {
            time += chance.between(41, 50);
            if (chance.chance(.6)) {
                add(time, Kind.VIEW, line.product().sku(), 0);
            }
            add(time + chance.between(3, 9), Kind.CART, line.product().sku(), line.quantity());
        }
    }

    private void complain(Purchase purchase) {
        double afterLast = purchase.last() && !person.isFraud() ? .15 : 0;
        boolean isBad = chance.chance(afterLast) || chance.chance(.02);
        if (isBad || chance.chance(.04)) {
            serviceCase(purchase.at() + ShopCalendar.days(chance.uniform(.5, 10)), isBad);
        }
    }

    /** The bad case that makes one in eight of those leave who leave between purchases. */
    private void complainAtLeaving() {
        boolean leftByThemselves =
                person.habit().dropout() == Dropout.EXPONENTIAL && !life.staysUntil(calendar.weeks());
        boolean hasBought = !life.purchases().isEmpty();
        if (leftByThemselves && hasBought && chance.chance(.12)) {
            long before = calendar.second(life.leaves()) - ShopCalendar.days(chance.uniform(0, 3));
            serviceCase(Math.max(life.purchases().get(0).at() + 3600, before), true);
        }
    }

    private void serviceCase(long at, boolean isBad) {
        String topic = TOPICS[isBad ? chance.pick(4, 4, 3, 1, 3, 0) : chance.pick(3, 1, 1, 2, 3, 5)];
        add(at, Kind.SERVICE_CASE, topic, isBad ? chance.between(1, 2) : 3 + chance.pick(2, 3, 4));
    }

    private Product wished() {
        return catalogue.pick(Category.values()[chance.pick(person.taste())], chance);
    }

    private String words(Product product) {
        String text = chance.chance(.7) ? product.name() : product.category().label;
        return text.toLowerCase(Locale.ROOT);
    }

    /** Nothing is known from before registration, and not yet what comes after the end. */
    private void add(long at, Kind kind, String subject, int number) {
        if (at >= person.registeredAt() && at < end) {
            events.add(new Event(at, kind, subject, number));
        }
    }
}
