package perennial.canary.churn;

import perennial.kernel.InvalidInputException;

/** A refusal that somebody who reads Chinese would get in English. */
public final class SpeaksEnglishAlone {
    private SpeaksEnglishAlone() {}

    public static InvalidInputException refusal(String horizon) {
        return new InvalidInputException("horizon", horizon, "it is no number of days", "give such as 90");
    }
}
