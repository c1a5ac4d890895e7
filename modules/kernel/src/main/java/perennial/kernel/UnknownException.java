package perennial.kernel;

import java.util.Locale;

/** What was asked for does not exist; subclasses say what kind of thing it is. */
public abstract class UnknownException extends RuntimeException {
    private final Words kind;
    private final String id;

    protected UnknownException(Words kind, String id) {
        super("no " + kind.english() + " \"" + id + "\"");
        this.kind = kind;
        this.id = id;
    }

    /** Such as customer. */
    public String kind() {
        return kind.english();
    }

    public String id() {
        return id;
    }

    public String message(Locale locale) {
        return new Words("no %s \"%s\"", "没有编号为“%2$s”的%1$s").in(locale).formatted(kind.in(locale), id);
    }
}
