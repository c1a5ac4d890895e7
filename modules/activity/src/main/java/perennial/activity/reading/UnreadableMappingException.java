package perennial.activity.reading;

import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** A mapping can't be understood at one of its lines. */
class UnreadableMappingException extends InvalidInputException {
    private final Words withoutLine;

    UnreadableMappingException(int line, String value, Words reason, Words fix) {
        super(
                "mapping",
                value,
                new Words("line " + line + ": " + reason.english(), "第 " + line + " 行：" + reason.chinese()),
                fix);
        this.withoutLine = reason;
    }

    /** The reason for somebody who fills in a form and sees no lines. */
    Words withoutLine() {
        return withoutLine;
    }
}
