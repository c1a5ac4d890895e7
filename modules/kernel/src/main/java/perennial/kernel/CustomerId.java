package perennial.kernel;

/** A customer as the shop names them, without surrounding blanks. */
public record CustomerId(String value) implements Comparable<CustomerId> {
    private static final int LONGEST = 200;

    public CustomerId {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new InvalidInputException(
                    "customer",
                    value,
                    new Words("a customer id has 1 to 200 characters", "客户编号为 1 至 200 个字符"),
                    new Words("give the shop's own customer id", "请给出店铺自己的客户编号"));
        }
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
