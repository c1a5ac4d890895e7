package perennial.decisions;

import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownOccasionException extends UnknownException {
    public UnknownOccasionException(long id) {
        super(new Words("decision", "决策"), Long.toString(id));
    }

    /** No rule fired for the customer in the run. */
    public UnknownOccasionException(Run run, CustomerId customer) {
        super(new Words("decision of run " + run.id(), "运行 " + run.id() + " 的决策"), customer.value());
    }
}
