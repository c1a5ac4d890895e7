package perennial.crmapi.webhooks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next null: the list is never paged */
public record DeliveriesView(
        List<DeliveryView> items, @Nullable String next) {
    public static DeliveriesView whole(List<DeliveryView> items) {
        return new DeliveriesView(items, null);
    }
}
