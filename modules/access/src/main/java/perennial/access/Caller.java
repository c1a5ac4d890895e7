package perennial.access;

/** Who asks: the name of a key and its role. */
public record Caller(String name, Role role) {}
