package perennial.activity;

import perennial.kernel.UnknownException;

public class UnknownImportException extends UnknownException {
    public UnknownImportException(long id) {
        super("import", Long.toString(id));
    }
}
