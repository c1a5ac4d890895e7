package perennial.canary.churn;

import jakarta.ejb.Stateless;

/** A session bean among the promises. */
@Stateless
public class StrayBean {}
