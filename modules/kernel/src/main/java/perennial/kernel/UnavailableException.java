package perennial.kernel;

/** What was asked for is right and can't be done at the moment; the same call succeeds later. */
public class UnavailableException extends RuntimeException {
    private final Words reason;
    private final Words fix;

    public UnavailableException(Words reason, Words fix, Throwable cause) {
        super(reason.english(), cause);
        this.reason = reason;
        this.fix = fix;
    }

    public Words reason() {
        return reason;
    }

    public Words fix() {
        return fix;
    }
}
