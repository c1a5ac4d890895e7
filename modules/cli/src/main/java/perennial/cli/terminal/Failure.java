package perennial.cli.terminal;

/** Why a command can't go on: a phrase for people, and an exit code for scripts. */
public final class Failure extends RuntimeException {
    /** It did not work. */
    public static final int FAILED = 1;
    /** It was asked for in a way that can't be understood. */
    public static final int MISUSED = 2;
    /** The server that it needs does not run. */
    public static final int SERVER_DOWN = 3;

    private final int exitCode;
    private final String phrase;
    private final Object[] arguments;

    private Failure(int exitCode, String phrase, Object... arguments) {
        super(phrase);
        this.exitCode = exitCode;
        this.phrase = phrase;
        this.arguments = arguments;
    }

    /** @param phrase the key of a phrase that says what is wrong and what mends it */
    public static Failure of(String phrase, Object... arguments) {
        return new Failure(FAILED, phrase, arguments);
    }

    public static Failure misused(String phrase, Object... arguments) {
        return new Failure(MISUSED, phrase, arguments);
    }

    public static Failure serverDown(String phrase, Object... arguments) {
        return new Failure(SERVER_DOWN, phrase, arguments);
    }

    public int exitCode() {
        return exitCode;
    }

    String phrase() {
        return phrase;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
