package perennial.activity;

import perennial.kernel.UnknownException;

public class UnknownDraftException extends UnknownException {
    public UnknownDraftException(long id) {
        super("file waiting to be imported", Long.toString(id));
    }
}
