package perennial.kernel;

/** What was asked for is right and can't be done at the moment; the same call succeeds later. */
public class UnavailableException extends RuntimeException {
    private final String fix;

    public UnavailableException(String reason, String fix, Throwable cause) {
        super(reason, cause);
        this.fix = fix;
    }

    public String fix() {
        return fix;
    }
}
