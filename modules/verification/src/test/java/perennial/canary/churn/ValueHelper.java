package perennial.canary.churn;

/** Its name says nothing. */
public interface ValueHelper {}
