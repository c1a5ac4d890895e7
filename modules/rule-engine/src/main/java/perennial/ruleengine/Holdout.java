package perennial.ruleengine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;

/**
 * Customers who are kept without offers, so that what offers bring can be told from what would have come anyway. Who
 * they are depends on the customer's id alone: the same from week to week, on every node, after every restart, and more
 * of them, never others, when the share grows.
 *
 * @param share of all customers, from 0 to less than 1
 */
public record Holdout(double share) {
    /** Nobody is kept without offers. */
    public static final Holdout NONE = new Holdout(0);

    private static final double PLACES = 0x1p63;

    public Holdout {
        if (!(share >= 0 && share < 1)) {
            throw new InvalidInputException(
                    "holdout", share, "a holdout is a share of the customers", "give 0 to less than 1, such as 0.05");
        }
    }

    public boolean holds(CustomerId customer) {
        return share > 0 && place(customer) < share;
    }

    /** Where the customer stands between 0 and 1, by the first 63 bits of SHA-256. */
    private static double place(CustomerId customer) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("holdout\0" + customer.value()).getBytes(StandardCharsets.UTF_8));
            long bits = ByteBuffer.wrap(digest).getLong();
            return (bits >>> 1) / PLACES;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
