package perennial.access;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownKeyException extends UnknownException {
    public UnknownKeyException(String name) {
        super(new Words("key", "密钥"), name);
    }
}
