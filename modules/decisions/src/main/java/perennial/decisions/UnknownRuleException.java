package perennial.decisions;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownRuleException extends UnknownException {
    public UnknownRuleException(String code) {
        super(new Words("rule", "规则"), code);
    }
}
