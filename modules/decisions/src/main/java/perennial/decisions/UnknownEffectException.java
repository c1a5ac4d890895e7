package perennial.decisions;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

public class UnknownEffectException extends UnknownException {
    public UnknownEffectException(RuleEffects.Lever lever) {
        super(new Words("effect", "效果"), lever.verb() + " " + lever.kind());
    }
}
