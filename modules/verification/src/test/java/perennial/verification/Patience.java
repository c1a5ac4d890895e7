package perennial.verification;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How long a test waits for another process: longer than any machine needs, so that only what stands still fails. */
public final class Patience {
    static final Duration LONGEST = Duration.ofMinutes(5);

    private Patience() {}

    /** What the test looks for. */
    @FunctionalInterface
    public interface Sight {
        boolean isThere() throws Exception;
    }

    /**
     * Returns when it is there.
     *
     * @param awaited what that is, for who reads that it did not come and what the server did instead
     */
    public static void until(Installation installation, String awaited, Sight sight) throws Exception {
        long from = System.nanoTime();
        while (!isThere(installation, awaited, sight)) {
            if (System.nanoTime() - from > LONGEST.toNanos()) {
                throw new AssertionError(
                        "still waiting for " + awaited + ", and the server:\n" + installation.threads());
            }
            pause();
        }
    }

    /** Where the server hung up, how it ended says more than that it did. */
    private static boolean isThere(Installation installation, String awaited, Sight sight) throws Exception {
        try {
            return sight.isThere();
        } catch (IOException e) {
            throw new AssertionError("no answer while waiting for " + awaited + ", and " + installation.lastWords(), e);
        }
    }

    /** So that who asks how far it is does not take the time that it needs. */
    private static void pause() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS))
                .join();
    }
}
