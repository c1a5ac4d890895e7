package perennial.decisions;

import perennial.decisions.Decisions.Decision;

/**
 * A decision was made for one customer outside of a weekly run; sent as an event, in the transaction that keeps the
 * decision. The decisions of a run are not sent one by one: they are valid when the run comes into force.
 */
public record DecisionMade(Decision decision) {}
