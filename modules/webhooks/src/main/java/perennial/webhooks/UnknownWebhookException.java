package perennial.webhooks;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownWebhookException extends UnknownException {
    public UnknownWebhookException(long id) {
        super(new Words("webhook", "回调地址"), Long.toString(id));
    }
}
