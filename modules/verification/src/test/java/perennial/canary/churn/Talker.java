package perennial.canary.churn;

/** A module that talks to a terminal that a server does not have. */
public final class Talker {
    private Talker() {}

    public static void greet() {
        System.out.println("hello");
    }
}
