package perennial.segmentation;

/**
 * Another version is about to be put in force, or to be kept from it, an event in the transaction that does it: who
 * can't have that now throws a {@link perennial.kernel.ConflictException}.
 */
public record PlacingAhead() {}
