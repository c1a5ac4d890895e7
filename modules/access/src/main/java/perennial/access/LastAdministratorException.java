package perennial.access;

import perennial.kernel.ConflictException;

/** Nobody would be left who may manage users. */
public class LastAdministratorException extends ConflictException {
    public LastAdministratorException(String name) {
        super("\"" + name + "\" is the last administrator", "make another user an administrator first");
    }
}
