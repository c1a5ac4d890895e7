package perennial.overview;

import perennial.kernel.CustomerId;
import perennial.kernel.UnknownException;

public class UnknownCustomerException extends UnknownException {
    public UnknownCustomerException(CustomerId id) {
        super("customer", id.value());
    }
}
