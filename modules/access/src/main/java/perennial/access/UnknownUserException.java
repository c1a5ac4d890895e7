package perennial.access;

import perennial.kernel.UnknownException;

public class UnknownUserException extends UnknownException {
    public UnknownUserException(String name) {
        super("user", name);
    }
}
