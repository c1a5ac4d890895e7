package perennial.console.shell;

import jakarta.ejb.EJBException;

/** What a bean threw, out of the container's wrapping. */
public final class Failures {
    private Failures() {}

    /**
     * The failure of that kind.
     *
     * @throws RuntimeException the failure itself where it is of another kind
     */
    public static <T extends RuntimeException> T only(Class<T> kind, RuntimeException failure) {
        RuntimeException cause = unwrapped(failure);
        if (kind.isInstance(cause)) {
            return kind.cast(cause);
        }
        throw failure;
    }

    public static boolean is(Class<? extends RuntimeException> kind, RuntimeException failure) {
        return kind.isInstance(unwrapped(failure));
    }

    /** What is inside of the container's wrapping. */
    public static RuntimeException unwrapped(RuntimeException failure) {
        RuntimeException cause = failure;
        while (cause instanceof EJBException && cause.getCause() instanceof RuntimeException inner) {
            cause = inner;
        }
        return cause;
    }
}
