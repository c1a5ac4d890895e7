package perennial.churn;

/**
 * Another churn model is about to be put in the place of the one in force, an event in the transaction that does it: who
 * can't have that now throws a {@link perennial.kernel.ConflictException}.
 */
public record ModelPutBackAhead() {}
