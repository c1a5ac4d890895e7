package perennial.access;

import perennial.kernel.UnknownException;

public class UnknownKeyException extends UnknownException {
    public UnknownKeyException(String name) {
        super("key", name);
    }
}
