package perennial.decisions;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownOccasionException extends UnknownException {
    public UnknownOccasionException(long id) {
        super(new Words("decision", "决策"), Long.toString(id));
    }
}
