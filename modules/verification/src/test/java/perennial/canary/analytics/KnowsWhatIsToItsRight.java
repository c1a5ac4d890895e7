package perennial.canary.analytics;

import perennial.canary.activity.Orders;

/** Analytics uses activity, which stands to its right. */
public record KnowsWhatIsToItsRight(Orders orders) {}
