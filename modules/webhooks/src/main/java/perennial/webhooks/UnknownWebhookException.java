package perennial.webhooks;

import perennial.kernel.UnknownException;

public class UnknownWebhookException extends UnknownException {
    public UnknownWebhookException(long id) {
        super("webhook", Long.toString(id));
    }
}
