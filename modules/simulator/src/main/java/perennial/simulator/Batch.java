package perennial.simulator;

import java.util.List;

/** The rows of some customers who follow each other, ready to be appended. */
record Batch(long customers, List<Piece> pieces, Tally tally) {

    /** Customers number {@code from}, included, to {@code to}, excluded. */
    static Batch of(Shop shop, long from, long to) {
        Tally tally = shop.emptyTally();
        CustomerRows rows = new CustomerRows(shop, tally);
        for (long number = from; number < to; number++) {
            RandomStream chance = Shop.chance(shop.settings(), number);
            Person person =
                    Person.drawn(number, shop.settings().others(), shop.calendar(), shop.arrivals(), chance.split());
            Life life = Life.lived(person, shop.plan(), shop.calendar(), chance.split());
            List<Order> orders = Orders.placed(life, shop.catalogue(), shop.calendar(), shop.plan(), chance.split());
            List<Event> events = Browsing.done(life, orders, shop.catalogue(), shop.calendar(), chance.split());
            rows.write(life, orders, events);
        }
        return new Batch(to - from, rows.pieces(), tally);
    }
}
