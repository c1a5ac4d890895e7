package perennial.access;

/** What a caller may do; each role may do what those before it may. */
public enum Role {
    READER,
    ANALYST,
    MARKETER,
    OPERATOR,
    ADMINISTRATOR;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
