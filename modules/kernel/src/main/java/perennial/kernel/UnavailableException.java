package perennial.kernel;

import java.util.Locale;

/** What was asked for is right and can't be done at the moment; the same call succeeds later. */
public class UnavailableException extends RuntimeException {
    private final Words reason;
    private final Words fix;

    public UnavailableException(Words reason, Words fix, Throwable cause) {
        super(reason.english(), cause);
        this.reason = reason;
        this.fix = fix;
    }

    public UnavailableException(Words reason, Words fix) {
        super(reason.english());
        this.reason = reason;
        this.fix = fix;
    }

    public String reason(Locale locale) {
        return reason.in(locale);
    }

    public String fix(Locale locale) {
        return fix.in(locale);
    }
}
