package perennial.crmapi.webhooks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next null: the list is never paged */
public record WebhooksView(
        List<WebhookView> items, @Nullable String next) {
    public static WebhooksView whole(List<WebhookView> items) {
        return new WebhooksView(items, null);
    }
}
