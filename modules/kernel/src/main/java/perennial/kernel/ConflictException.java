package perennial.kernel;

import java.util.Locale;

/** What was asked for can't be done in the present state, as when a second run is started beside a running one. */
public class ConflictException extends RuntimeException {
    private final Words reason;
    private final Words fix;

    public ConflictException(Words reason, Words fix) {
        super(reason.english());
        this.reason = reason;
        this.fix = fix;
    }

    /** For readers who are developers: in English alone. */
    public ConflictException(String reason, String fix) {
        this(new Words(reason, reason), new Words(fix, fix));
    }

    public String fix() {
        return fix(Locale.ENGLISH);
    }

    public String fix(Locale locale) {
        return fix.in(locale);
    }

    public String reason(Locale locale) {
        return reason.in(locale);
    }
}
