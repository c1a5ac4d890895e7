package perennial.pipeline;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownRunException extends UnknownException {
    public UnknownRunException(long id) {
        super(new Words("run", "运行"), Long.toString(id));
    }
}
