package perennial.kernel;

/** What was asked for can't be done in the present state, as when a second run is started beside a running one. */
public class ConflictException extends RuntimeException {
    private final String fix;

    public ConflictException(String reason, String fix) {
        super(reason);
        this.fix = fix;
    }

    public String fix() {
        return fix;
    }
}
