package perennial.activity.reading;

import java.util.Optional;
import perennial.activity.Reason;
import perennial.activity.reading.Outcome.ProductRow;

/** Products of the catalogue. */
final class ProductLines implements LineReader {
    @Override
    public Outcome read(Line line, Optional<Sighting> seen) {
        line.checkCurrency();
        return new ProductRow(
                line.needed("sku", 100, Reason.NO_PRODUCT),
                line.text("name", 500),
                line.text("category", 200),
                line.amount("list_price").map(Line::fourDecimals),
                line.amount("cost").map(Line::fourDecimals),
                line.whole("stock"));
    }
}
