package perennial.pipeline;

import perennial.kernel.UnknownException;

public class UnknownRunException extends UnknownException {
    public UnknownRunException(long id) {
        super("run", Long.toString(id));
    }
}
