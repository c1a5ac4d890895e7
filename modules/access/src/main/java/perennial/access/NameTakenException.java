package perennial.access;

import perennial.kernel.ConflictException;

/** A user or a key has the name already; the audit trail needs each name to mean one actor. */
public class NameTakenException extends ConflictException {
    public NameTakenException(String kind, String name) {
        super("a " + kind + " named \"" + name + "\" exists", "choose another name");
    }
}
