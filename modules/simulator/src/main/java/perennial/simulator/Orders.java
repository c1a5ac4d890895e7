package perennial.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import perennial.simulator.Life.Purchase;
import perennial.simulator.Order.Channel;
import perennial.simulator.Order.Line;

/** The orders of one customer: what was bought, for how much, on which way, and what came back. */
final class Orders {
    private static final String WELCOME = "WELCOME10";
    private static final double SENT_ABROAD = .02;

    private final Life life;
    private final Person person;
    private final Catalogue catalogue;
    private final ShopCalendar calendar;
    private final List<Campaign> plan;
    private final RandomStream chance;
    private final List<Order> orders = new ArrayList<>();

    private Orders(Life life, Catalogue catalogue, ShopCalendar calendar, List<Campaign> plan, RandomStream chance) {
        this.life = life;
        this.person = life.person();
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.plan = plan;
        this.chance = chance;
    }

    /** One order a purchase, in the same order, those of the horizon included. */
    static List<Order> placed(
            Life life, Catalogue catalogue, ShopCalendar calendar, List<Campaign> plan, RandomStream chance) {
        Orders orders = new Orders(life, catalogue, calendar, plan, chance);
        boolean isForeign = chance.chance(.8);
        for (Purchase purchase : life.purchases()) {
            orders.orders.add(
                    life.person().isFraud() ? orders.fraudulent(purchase, isForeign) : orders.usual(purchase));
        }
        return orders.orders;
    }

    private Order usual(Purchase purchase) {
        int week = (int) purchase.time();
        String coupon = "";
        double discount = 0;
        if (orders.isEmpty()) {
            if (chance.chance(person.welcomeUse())) {
                coupon = WELCOME;
                discount = Person.WELCOME;
            }
        } else if (life.discounts()[week] > 0 && chance.chance(person.couponUse())) {
            coupon = campaignOf(week).coupon();
            discount = life.discounts()[week];
        }
        String home = person.town().country();
        String shipping = chance.chance(SENT_ABROAD) ? person.town().neighbour(chance) : home;
        return order(purchase, channel(), coupon, home, shipping, lines(purchase, discount));
    }

    private Order fraudulent(Purchase purchase, boolean isForeign) {
        String home = person.town().country();
        String payment = isForeign ? Town.farCountry(chance) : home;
        return order(purchase, Channel.WEB, "", payment, home, lines(purchase, 0));
    }

    private Order order(
            Purchase purchase, Channel channel, String coupon, String payment, String shipping, List<Line> lines) {
        String id = person.id() + "-" + (orders.size() + 1);
        return new Order(id, purchase.at(), channel, coupon, payment, shipping, lines);
    }

    private Campaign campaignOf(int week) {
        return plan.stream()
                .filter(c -> c.week() <= week && week < c.until())
                .findFirst()
                .orElseThrow();
    }

    private Channel channel() {
        double way = chance.uniform();
        if (way < person.app()) {
            return Channel.APP;
        }
        return way < person.app() + person.store() ? Channel.STORE : Channel.WEB;
    }

    private List<Line> lines(Purchase purchase, double discount) {
        Spending spending = person.habit().spending();
        double mean = spending.meanAfter(purchase.time() - person.registered()) * purchase.spend();
        double sum = spending.drawn(mean, chance);
        int month = calendar.monthOfYear((int) purchase.time());
        double[] taste = person.taste().clone();
        for (Category category : Category.values()) {
            taste[category.ordinal()] *= category.lift(month);
        }
        List<Line> lines = new ArrayList<>();
        long back = purchase.at() + ShopCalendar.days(chance.uniform(4, 30));
        for (Map.Entry<Product, Integer> piece :
                Basket.filled(sum, taste, catalogue, chance).entrySet()) {
            lines.add(line(piece.getKey(), piece.getValue(), discount, back));
        }
        return lines;
    }

    private Line line(Product product, int quantity, double discount, long back) {
        int unitPrice = (int) Math.round(product.price() * (1 - discount));
        boolean isReturned = chance.chance(person.returning() * product.category().returns);
        int returned = isReturned ? (chance.chance(.8) ? quantity : chance.between(1, quantity)) : 0;
        return new Line(product, quantity, unitPrice, returned, isReturned ? back : 0);
    }
}
