package perennial.activity;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownImportException extends UnknownException {
    public UnknownImportException(long id) {
        super(new Words("import", "导入"), Long.toString(id));
    }
}
