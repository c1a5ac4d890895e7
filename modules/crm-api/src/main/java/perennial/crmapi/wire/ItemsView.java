package perennial.crmapi.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor of the next page; null where this is the last */
public record ItemsView<T>(List<T> items, @Nullable String next) {
    /** A list that is never paged. */
    public static <T> ItemsView<T> whole(List<T> items) {
        return new ItemsView<>(items, null);
    }
}
