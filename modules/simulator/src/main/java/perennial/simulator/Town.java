package perennial.simulator;

/** Where a customer lives; the weight is relative to the other towns. */
record Town(String name, String country, double weight) {
    private static final Town[] ALL = {
        new Town("Berlin", "DE", 10),
        new Town("Hamburg", "DE", 7),
        new Town("München", "DE", 7),
        new Town("Köln", "DE", 5),
        new Town("Leipzig", "DE", 5),
        new Town("Dresden", "DE", 4),
        new Town("Freiburg", "DE", 3),
        new Town("Göttingen", "DE", 2),
        new Town("Lüneburg", "DE", 2),
        new Town("Wien", "AT", 5),
        new Town("Graz", "AT", 2),
        new Town("Zürich", "CH", 3),
        new Town("Amsterdam", "NL", 4),
        new Town("Utrecht", "NL", 2),
        new Town("Strasbourg", "FR", 2),
        new Town("Kraków", "PL", 2),
        new Town("Århus", "DK", 1),
    };
    private static final double[] WEIGHTS = weights();
    private static final String[] FAR = {"BR", "ID", "NG", "US", "VN"};

    private static double[] weights() {
        double[] weights = new double[ALL.length];
        for (int i = 0; i < ALL.length; i++) {
            weights[i] = ALL[i].weight;
        }
        return weights;
    }

    static Town drawn(RandomStream chance) {
        return ALL[chance.pick(WEIGHTS)];
    }

    /** Another country that the shop sends to. */
    String neighbour(RandomStream chance) {
        Town other = drawn(chance);
        return other.country.equals(country) ? (country.equals("DE") ? "AT" : "DE") : other.country;
    }

    static String farCountry(RandomStream chance) {
        return FAR[chance.below(FAR.length)];
    }
}
