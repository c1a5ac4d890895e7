package perennial.access.ejb;

import perennial.access.model.UserName;

/** One try at the door: under a name, from an address. */
public record Attempt(UserName name, String address) {
    static final int FREE_BY_NAME = 5;
    /** Many people may share an address. */
    static final int FREE_BY_ADDRESS = 20;

    String nameSubject() {
        return Secrets.fingerprint("name " + name.value());
    }

    String addressSubject() {
        return Secrets.fingerprint("address " + address);
    }
}
