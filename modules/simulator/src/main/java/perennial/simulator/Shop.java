package perennial.simulator;

import java.util.List;

/** What all customers share. */
record Shop(
        Simulation.Settings settings,
        ShopCalendar calendar,
        Arrivals arrivals,
        List<Campaign> plan,
        Catalogue catalogue) {

    static Shop opened(Simulation.Settings settings) {
        ShopCalendar calendar = new ShopCalendar(settings.start(), settings.weeks(), settings.zone());
        Catalogue catalogue = Catalogue.stocked(chance(settings, 0).split(), settings.customers());
        return new Shop(settings, calendar, new Arrivals(calendar), Campaign.plan(settings.weeks()), catalogue);
    }

    Tally emptyTally() {
        return new Tally(calendar.months().size(), plan.size());
    }

    /** The stream of a customer, numbered from 1; number 0 is the shop's own. */
    static RandomStream chance(Simulation.Settings settings, long number) {
        return RandomStream.of(settings.seed(), number);
    }
}
