package perennial.overview.jpa;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.overview.CustomerQuery;

/**
 * Where a list goes on: the run it is of, and the last row that was given. So a list holds still while runs replace
 * each other, and costs the same on every page.
 *
 * @param placing which of the placings in segments it is of, so that no list is of two
 * @param after the sort value and the id of the last row; empty at the start
 */
public record Cursor(long run, long placing, Optional<After> after) {

    record After(double value, String id) {}

    public static Cursor start(long run, long placing) {
        return new Cursor(run, placing, Optional.empty());
    }

    /** Reads what {@link #text} wrote for a list of the same order. */
    public static Cursor parse(String text, CustomerQuery query) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 5);
            if (!parts[2].equals(order(query))) {
                throw refusal(text, new Words("it belongs to another list", "它属于另一个列表"));
            }
            return new Cursor(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Optional.of(new After(Double.parseDouble(parts[3]), parts[4])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw refusal(text, new Words("no list gave it", "它不是任何列表给出的"));
        }
    }

    /** The cursor of the next page of the same list. */
    String text(CustomerQuery query, double value, String id) {
        String plain = run + " " + placing + " " + order(query) + " " + value + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Why a cursor can't be followed. */
    public static InvalidInputException refusal(String text, Words reason) {
        return new InvalidInputException(
                "cursor", text, reason, new Words("begin again without a cursor", "请不带 cursor 重新开始"));
    }

    private static String order(CustomerQuery query) {
        int filters = Objects.hash(query.search(), query.stage().map(Stage::label), query.segment());
        return query.sort() + (query.descending() ? "-" : "+") + Integer.toHexString(filters);
    }
}
