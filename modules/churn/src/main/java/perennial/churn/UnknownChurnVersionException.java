package perennial.churn;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

/** No run has trained a churn model of that number. */
public class UnknownChurnVersionException extends UnknownException {
    public UnknownChurnVersionException(long version) {
        super(new Words("churn model", "流失模型"), Long.toString(version));
    }
}
