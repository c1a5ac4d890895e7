package perennial.activity.reading;

import perennial.activity.Reason;

/** A line can't be used; caught where lines are read, and so without a stack trace. */
final class Refusal extends RuntimeException {
    private final Reason reason;

    Refusal(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
