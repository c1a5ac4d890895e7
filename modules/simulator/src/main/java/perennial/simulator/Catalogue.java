package perennial.simulator;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the shop sells. Cost and popularity depend on the seed, stock on the seed and the number of customers. */
final class Catalogue {
    /** What costs no more than this, in minor units, is small. */
    static final int SMALL = 250;

    private static final double PIECES_PER_CUSTOMER_AND_WEEK = .25;
    private static final double OVERSTOCKED = .10;
    private static final double SCARCE = .08;

    private final List<Product> products;
    private final List<Product> byPrice;
    private final Map<Category, List<Product>> byCategory = new EnumMap<>(Category.class);
    private final Map<Category, double[]> popularity = new EnumMap<>(Category.class);

    private Catalogue(List<Product> products) {
        this.products = List.copyOf(products);
        this.byPrice = products.stream()
                .sorted(Comparator.comparingInt(Product::price).thenComparing(Product::sku))
                .toList();
        for (Category category : Category.values()) {
            List<Product> mine =
                    products.stream().filter(p -> p.category() == category).toList();
            byCategory.put(category, mine);
            popularity.put(
                    category, mine.stream().mapToDouble(Product::popularity).toArray());
        }
    }

    static Catalogue stocked(RandomStream chance, long customers) {
        List<Product> products = new ArrayList<>();
        try (InputStream in =
                        Objects.requireNonNull(Catalogue.class.getResourceAsStream("products.csv"), "products.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                products.add(product(row, products.size() + 1, customers, chance));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Catalogue(products);
    }

    private static Product product(NamedCsvRecord row, int number, long customers, RandomStream chance) {
        Category category = Category.labelled(row.getField("category"));
        int price = Integer.parseInt(row.getField("price"));
        double margin = category.margin + chance.uniform(-.12, .12);
        // Cheap things sell more often than dear ones, and tastes differ within a price.
        double popularity = StrictMath.pow(price, -.35) * chance.logNormal(.7);
        double weekly = customers * PIECES_PER_CUSTOMER_AND_WEEK * chance.logNormal(.5) / 200;
        int stock = (int) Math.min(Integer.MAX_VALUE, Math.round(weekly * weeksOfCover(chance)));
        return new Product(
                "LL-%04d".formatted(1000 + number),
                row.getField("name"),
                category,
                price,
                Math.max(1, (int) Math.round(price * (1 - margin))),
                stock,
                popularity);
    }

    private static double weeksOfCover(RandomStream chance) {
        double kind = chance.uniform();
        if (kind < OVERSTOCKED) {
            return chance.uniform(60, 150);
        }
        return kind < OVERSTOCKED + SCARCE ? chance.uniform(0, .7) : 8 * chance.logNormal(.5);
    }

    List<Product> products() {
        return products;
    }

    /** An article of this category, popular ones more often. */
    Product pick(Category category, RandomStream chance) {
        return Objects.requireNonNull(byCategory.get(category))
                .get(chance.pick(Objects.requireNonNull(popularity.get(category))));
    }

    /** Any article that costs at most this and, where there is one, three quarters of it; the cheapest if none does. */
    Product near(long price, RandomStream chance) {
        int to = firstAbove(price);
        if (to == 0) {
            return cheapest();
        }
        int from = Math.min(firstAbove(price - price / 4), to - 1);
        return byPrice.get(chance.between(from, to - 1));
    }

    /** Any small article. */
    Product small(RandomStream chance) {
        return byPrice.get(chance.below(firstAbove(SMALL)));
    }

    Product cheapest() {
        return byPrice.get(0);
    }

    private int firstAbove(long price) {
        int low = 0;
        int high = byPrice.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byPrice.get(middle).price() <= price) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
