package perennial.webhooks;

import perennial.kernel.UnknownException;

public class UnknownDeliveryException extends UnknownException {
    public UnknownDeliveryException(long first) {
        super("delivery", Long.toString(first));
    }
}
