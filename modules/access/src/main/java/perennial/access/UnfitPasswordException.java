package perennial.access;

import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** A chosen password can't be had, mostly because it is easy to guess; the password itself is not told. */
public class UnfitPasswordException extends InvalidInputException {
    /** What is wrong with a password. */
    public enum Flaw {
        SHORT(
                new Words("it has less than 12 characters", "少于 12 个字符"),
                new Words("choose a longer one; a few words in a row are easy to keep in mind", "请选择更长的；连续几个词容易记住")),
        LONG(new Words("it has more than 200 characters", "超过 200 个字符"), new Words("choose a shorter one", "请选择更短的")),
        HOLDS_NAME(new Words("it holds the user's name", "其中含有用户名"), new Words("choose one without it", "请选择不含用户名的")),
        COMMON(
                new Words("it is one of the first that anybody would guess", "它是最容易被猜到的密码之一"),
                new Words("choose one that is not in use everywhere", "请选择不常见的")),
        UNCHANGED(new Words("it is the present one", "与当前密码相同"), new Words("choose another one", "请另选一个"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of two texts
        private final Words reason;

        @SuppressWarnings("ImmutableEnumChecker") // a record of two texts
        private final Words fix;

        Flaw(Words reason, Words fix) {
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
