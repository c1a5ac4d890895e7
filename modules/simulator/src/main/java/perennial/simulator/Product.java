package perennial.simulator;

/** One article; amounts in minor units, popularity relative to the other articles of its category. */
record Product(String sku, String name, Category category, int price, int cost, int stock, double popularity) {}
