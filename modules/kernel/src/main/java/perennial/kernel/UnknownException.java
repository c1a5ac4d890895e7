package perennial.kernel;

/** What was asked for does not exist; subclasses say what kind of thing it is. */
public abstract class UnknownException extends RuntimeException {
    private final String kind;
    private final String id;

    protected UnknownException(String kind, String id) {
        super("no " + kind + " \"" + id + "\"");
        this.kind = kind;
        this.id = id;
    }

    public String kind() {
        return kind;
    }

    public String id() {
        return id;
    }
}
