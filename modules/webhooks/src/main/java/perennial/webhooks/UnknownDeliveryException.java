package perennial.webhooks;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownDeliveryException extends UnknownException {
    public UnknownDeliveryException(long first) {
        super(new Words("delivery", "投递"), Long.toString(first));
    }
}
