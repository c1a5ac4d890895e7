package perennial.canary.churn;

/** It hopes that what it waits for is done in a second. */
public final class Sleeper {
    private Sleeper() {}

    public static void hope() throws InterruptedException {
        Thread.sleep(1000);
    }
}
