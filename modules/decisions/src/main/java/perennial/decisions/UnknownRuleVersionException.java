package perennial.decisions;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownRuleVersionException extends UnknownException {
    public UnknownRuleVersionException(long id) {
        super(new Words("version of the rules", "规则版本"), Long.toString(id));
    }
}
