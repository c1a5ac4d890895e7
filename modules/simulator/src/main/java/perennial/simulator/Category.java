package perennial.simulator;

/**
 * The departments of the shop.
 *
 * @param label as in the catalogue
 * @param popularity share of taste that an average customer has for it, relative to the others
 * @param margin share of the list price that is left above cost
 * @param winter how much more it is wanted before Christmas
 * @param spring how much more it is wanted in April and May
 * @param returns how much likelier than the average a line of it comes back
 */
enum Category {
    POTS_AND_PLANTERS("Pots and planters", 1.0, .48, .5, 1.8, .7),
    GARDEN_TOOLS("Garden tools", .9, .42, .5, 1.8, .8),
    SEEDS_AND_BULBS("Seeds and bulbs", 1.0, .60, .4, 2.2, .2),
    CANDLES_AND_SCENTS("Candles and scents", 1.3, .58, 1.6, .7, .6),
    KITCHEN_AND_TABLE("Kitchen and table", 1.2, .45, 1.2, .9, 1.0),
    TEXTILES("Textiles", 1.0, .50, 1.3, .8, 2.4),
    DECORATION("Decoration", 1.2, .52, 1.3, .9, 1.4),
    FESTIVE("Festive", .8, .55, 4.0, .9, .9),
    CARDS_AND_WRAPPING("Cards and wrapping", 1.0, .62, 1.9, .9, .2),
    BIRDS_AND_WILDLIFE("Birds and wildlife", .6, .40, 1.3, 1.0, .4);

    final String label;
    final double popularity;
    final double margin;
    final double winter;
    final double spring;
    final double returns;

    Category(String label, double popularity, double margin, double winter, double spring, double returns) {
        this.label = label;
        this.popularity = popularity;
        this.margin = margin;
        this.winter = winter;
        this.spring = spring;
        this.returns = returns;
    }

    static Category labelled(String label) {
        for (Category category : values()) {
            if (category.label.equals(label)) {
                return category;
            }
        }
        throw new IllegalArgumentException("no category is labelled " + label);
    }

    /** How much the season lifts it: by {@link #winter} or {@link #spring}, or not at all. */
    double lift(int monthOfYear) {
        return switch (monthOfYear) {
            case 11, 12 -> winter;
            case 4, 5 -> spring;
            default -> 1;
        };
    }
}
