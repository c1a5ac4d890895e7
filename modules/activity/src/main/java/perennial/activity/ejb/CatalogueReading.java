package perennial.activity.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import perennial.activity.Catalogue;
import perennial.activity.jpa.ProductRows;
import perennial.activity.jpa.ShopRow;

@Stateless
@Local(Catalogue.class)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CatalogueReading implements Catalogue {
    @Inject
    private ProductRows rows;

    @Inject
    private ShopRow shop;

    @Override
    public List<Product> all() {
        return rows.all(shop.opened().currency());
    }

    @Override
    public Optional<Product> find(String sku) {
        return rows.find(sku, shop.opened().currency());
    }
}
