package perennial.access;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownUserException extends UnknownException {
    public UnknownUserException(String name) {
        super(new Words("user", "用户"), name);
    }
}
