package perennial.storage;

/**
 * Everything is about to be replaced by a backup, an event: a module that is at work, or holds what may not be
 * replaced, throws a {@link perennial.kernel.ConflictException}.
 *
 * @param isReplacing whether a shop that is here may be replaced
 */
public record RestoreAhead(boolean isReplacing) {}
