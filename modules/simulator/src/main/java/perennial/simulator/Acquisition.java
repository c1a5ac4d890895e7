package perennial.simulator;

/**
 * The ways on which customers come.
 *
 * @param share of new customers
 * @param cost a new customer, in minor units
 * @param atOnce share of those who buy on the day they register
 */
enum Acquisition {
    SEARCH("search", .34, 250, .55),
    ADS("ads", .27, 1800, .45),
    SOCIAL("social", .18, 1100, .35),
    REFERRAL("referral", .13, 800, .75),
    FAIR("fair", .08, 1400, .60);

    final String label;
    final double share;
    final int cost;
    final double atOnce;

    Acquisition(String label, double share, int cost, double atOnce) {
        this.label = label;
        this.share = share;
        this.cost = cost;
        this.atOnce = atOnce;
    }

    static Acquisition drawn(RandomStream chance) {
        double left = chance.uniform();
        for (Acquisition way : values()) {
            left -= way.share;
            if (left < 0) {
                return way;
            }
        }
        return FAIR;
    }
}
