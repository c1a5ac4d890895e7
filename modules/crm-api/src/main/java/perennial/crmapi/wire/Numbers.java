package perennial.crmapi.wire;

import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** Numbers in a query string, so that a wrong one is refused by name instead of an address not found. */
public final class Numbers {
    private Numbers() {}

    public static int whole(String field, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    field, text, new Words("it is no whole number", "不是整数"), new Words("give such as 50", "请给出如 50"));
        }
    }

    /** Ends included. */
    public static int between(String field, String text, int least, int most) {
        int number = whole(field, text);
        if (number < least || number > most) {
            throw new InvalidInputException(
                    field,
                    text,
                    new Words("it is out of range", "超出范围"),
                    new Words("give " + least + " to " + most, "请给出 " + least + " 至 " + most));
        }
        return number;
    }
}
