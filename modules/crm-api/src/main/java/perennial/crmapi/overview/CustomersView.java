package perennial.crmapi.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor of the next page; null where this is the last */
public record CustomersView(
        List<CustomerItemView> items, @Nullable String next) {}
