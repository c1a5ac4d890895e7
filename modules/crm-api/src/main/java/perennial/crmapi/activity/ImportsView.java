package perennial.crmapi.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next null: the list is never paged */
public record ImportsView(List<ImportView> items, @Nullable String next) {
    public static ImportsView whole(List<ImportView> items) {
        return new ImportsView(items, null);
    }
}
