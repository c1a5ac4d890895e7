package perennial.kernel;

/**
 * Something a person or a program did that the audit trail keeps; sent as an event, in the transaction of the deed, so
 * that both are kept or neither.
 *
 * @param actor who did it: the name of a key or of a user, or "system"
 * @param deed what was done, as a dotted word: {@code shop.opened}
 * @param subject what it was done to
 */
public record Act(String actor, String deed, String subject) {
    public static final String SYSTEM = "system";
}
