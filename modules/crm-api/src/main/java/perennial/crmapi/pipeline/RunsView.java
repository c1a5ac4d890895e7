package perennial.crmapi.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next null: the list is never paged */
public record RunsView(List<RunView> items, @Nullable String next) {
    public static RunsView whole(List<RunView> items) {
        return new RunsView(items, null);
    }
}
