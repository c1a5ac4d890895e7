package perennial.canary.analytics;

import java.util.Random;

/** Nobody can repeat what it did. */
public final class ThrowsUnseededDice {
    private ThrowsUnseededDice() {}

    public static double draw() {
        return new Random().nextDouble();
    }
}
