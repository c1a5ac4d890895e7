package perennial.churn.model;

import perennial.churn.ChurnModels.Card;
import perennial.kernel.Run;

/** A version with its card. */
public record Trained(Run run, Card card) {}
