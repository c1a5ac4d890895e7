package perennial.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes into one order, so that its sum at list prices has a given expectation. Articles are taken by taste as long
 * as they fit, what is then left is filled with articles of fitting price, and the last bit, which nothing costs, is
 * rounded to pieces of a small article with the probability that makes the sum right on average.
 */
final class Basket {
    private static final int BY_TASTE = 4;
    private static final int BY_PRICE = 4;

    private final Map<Product, Integer> pieces = new LinkedHashMap<>();
    private final RandomStream chance;
    private long left;

    private Basket(long sum, RandomStream chance) {
        this.left = sum;
        this.chance = chance;
    }

    /**
     * Pieces by article.
     *
     * @param sum at list prices, in minor units
     * @param taste a weight per category
     */
    static Map<Product, Integer> filled(double sum, double[] taste, Catalogue catalogue, RandomStream chance) {
        Basket basket = new Basket(Math.max(catalogue.cheapest().price(), Math.round(sum)), chance);
        Category[] categories = Category.values();
        for (int tries = 0; tries < BY_TASTE; tries++) {
            basket.offer(catalogue.pick(categories[chance.pick(taste)], chance));
        }
        for (int tries = 0; tries < BY_PRICE && basket.left > Catalogue.SMALL; tries++) {
            basket.fill(catalogue.near(basket.left, chance));
        }
        basket.round(catalogue.small(chance));
        if (basket.pieces.isEmpty()) {
            basket.put(catalogue.cheapest(), 1);
        }
        return basket.pieces;
    }

    private void offer(Product product) {
        if (product.price() <= left) {
            long most = left / product.price();
            int wished = product.price() < 1500 && chance.chance(.3) ? chance.between(2, 4) : 1;
            put(product, (int) Math.min(most, wished));
        }
    }

    private void fill(Product product) {
        put(product, (int) (left / product.price()));
    }

    private void round(Product product) {
        double rest = (double) left / product.price();
        int whole = (int) rest;
        put(product, chance.chance(rest - whole) ? whole + 1 : whole);
    }

    private void put(Product product, int quantity) {
        if (quantity > 0) {
            pieces.merge(product, quantity, Integer::sum);
            left -= (long) quantity * product.price();
        }
    }
}
