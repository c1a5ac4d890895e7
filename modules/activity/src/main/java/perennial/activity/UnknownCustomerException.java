package perennial.activity;

import perennial.kernel.CustomerId;
import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownCustomerException extends UnknownException {
    public UnknownCustomerException(CustomerId id) {
        super(new Words("customer", "客户"), id.value());
    }
}
