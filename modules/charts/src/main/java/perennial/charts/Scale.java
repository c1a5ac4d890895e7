package perennial.charts;

/**
 * What the numbers along one direction are.
 *
 * @param label what they count, with its unit: "orders", "spend (EUR)"
 * @param kind how they are written
 */
public record Scale(String label, Kind kind) {

    /** How numbers are written. */
    public enum Kind {
        /** As they are; large ones on an axis in short: 12K, 1.2万. */
        NUMBER,
        /** Parts of one, as per cent. */
        SHARE,
        /** Days since 1970-01-01 ({@code LocalDate.toEpochDay}), as dates. */
        DAY
    }

    public static Scale number(String label) {
        return new Scale(label, Kind.NUMBER);
    }

    public static Scale share(String label) {
        return new Scale(label, Kind.SHARE);
    }

    public static Scale day(String label) {
        return new Scale(label, Kind.DAY);
    }
}
