package perennial.activity;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownDraftException extends UnknownException {
    public UnknownDraftException(long id) {
        super(new Words("file waiting to be imported", "等待导入的文件"), Long.toString(id));
    }
}
