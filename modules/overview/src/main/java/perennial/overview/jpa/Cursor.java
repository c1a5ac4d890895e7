package perennial.overview.jpa;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import perennial.kernel.InvalidInputException;
import perennial.overview.CustomerQuery;

/**
 * Where a list goes on: the run it is of, and the last row that was given. So a list holds still while runs replace
 * each other, and costs the same on every page.
 *
 * @param after the sort value and the id of the last row; empty at the start
 */
public record Cursor(long run, Optional<After> after) {

    record After(double value, String id) {}

    public static Cursor start(long run) {
        return new Cursor(run, Optional.empty());
    }

    /** Reads what {@link #text} wrote for a list of the same order. */
    public static Cursor parse(String text, CustomerQuery query) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 4);
            if (!parts[1].equals(order(query))) {
                throw refusal(text, "it belongs to a list of another order");
            }
            return new Cursor(Long.parseLong(parts[0]), Optional.of(new After(Double.parseDouble(parts[2]), parts[3])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw refusal(text, "no list gave it");
        }
    }

    static String text(long run, CustomerQuery query, double value, String id) {
        String plain = run + " " + order(query) + " " + value + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Why a cursor can't be followed. */
    public static InvalidInputException refusal(String text, String reason) {
        return new InvalidInputException("cursor", text, reason, "begin again without a cursor");
    }

    private static String order(CustomerQuery query) {
        return query.sort() + (query.descending() ? "-" : "+");
    }
}
