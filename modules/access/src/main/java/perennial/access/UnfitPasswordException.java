package perennial.access;

import perennial.kernel.InvalidInputException;

/** A chosen password can't be had, mostly because it is easy to guess; the password itself is not told. */
public class UnfitPasswordException extends InvalidInputException {
    /** What is wrong with a password. */
    public enum Flaw {
        SHORT("it has less than 12 characters", "choose a longer one; a few words in a row are easy to keep in mind"),
        LONG("it has more than 200 characters", "choose a shorter one"),
        HOLDS_NAME("it holds the user's name", "choose one without it"),
        COMMON("it is one of the first that anybody would guess", "choose one that is not in use everywhere"),
        UNCHANGED("it is the present one", "choose another one");

        private final String reason;
        private final String fix;

        Flaw(String reason, String fix) {
            this.reason = reason;
            this.fix = fix;
        }
    }

    private final Flaw flaw;

    public UnfitPasswordException(Flaw flaw) {
        super("password", "", flaw.reason, flaw.fix);
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
