package perennial.segmentation;

import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.segmentation.SegmentMoves.Move;

/**
 * A customer is in another segment than with the run before, an event in the transaction that places them; fired anew
 * when a person puts another version in force.
 */
public record CustomerMoved(Run run, CustomerId customer, Move move) {}
