package perennial.activity;

import java.util.List;
import java.util.Optional;
import perennial.kernel.Money;

/** The products of the shop. */
public interface Catalogue {
    List<Product> all();

    Optional<Product> find(String sku);

    /**
     * @param listPrice empty where not known
     * @param listPriceDerived whether the price was derived from the shop's own lines by a stated rule
     * @param cost empty where not known: nothing that needs a cost is decided then
     * @param stock pieces on hand; empty where not known
     */
    record Product(
            String sku,
            String name,
            Optional<String> category,
            Optional<Money> listPrice,
            boolean listPriceDerived,
            Optional<Money> cost,
            Optional<Long> stock) {}
}
