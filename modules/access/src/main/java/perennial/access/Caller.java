package perennial.access;

/** Who asks: the name of a key or of a user, and the role. */
public record Caller(String name, Role role) {}
