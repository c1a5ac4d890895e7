package perennial.activity.jpa;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Java's values in the columns of a statement and of its result, empty for null. */
final class Columns {
    private Columns() {}

    static void set(PreparedStatement statement, int column, Instant at) throws SQLException {
        statement.setObject(column, at.atOffset(ZoneOffset.UTC));
    }

    static void setInstant(PreparedStatement statement, int column, Optional<Instant> at) throws SQLException {
        if (at.isPresent()) {
            set(statement, column, at.get());
        } else {
            statement.setNull(column, Types.TIMESTAMP_WITH_TIMEZONE);
        }
    }

    static void set(PreparedStatement statement, int column, Optional<String> text) throws SQLException {
        statement.setString(column, text.orElse(null));
    }

    static void setDecimal(PreparedStatement statement, int column, Optional<BigDecimal> number) throws SQLException {
        statement.setBigDecimal(column, number.orElse(null));
    }

    static void set(PreparedStatement statement, int column, OptionalDouble number) throws SQLException {
        if (number.isPresent()) {
            statement.setDouble(column, number.getAsDouble());
        } else {
            statement.setNull(column, Types.DOUBLE);
        }
    }

    static void set(PreparedStatement statement, int column, List<String> texts) throws SQLException {
        statement.setArray(column, statement.getConnection().createArrayOf("varchar", texts.toArray()));
    }

    static Instant instant(ResultSet rows, int column) throws SQLException {
        return instant(rows.getObject(column));
    }

    static Optional<Instant> optionalInstant(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column)).map(Columns::instant);
    }

    /** As each driver gives it: where a class is named, the server's pool looks for a method by its name each time. */
    private static Instant instant(Object at) {
        return at instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) at).toInstant();
    }

    static Optional<String> text(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    static Optional<Long> optionalLong(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(value);
    }

    static OptionalDouble number(ResultSet rows, int column) throws SQLException {
        double value = numberOrNaN(rows, column);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** For rows of so many numbers that an object for each would count. */
    static double numberOrNaN(ResultSet rows, int column) throws SQLException {
        double value = rows.getDouble(column);
        // Null is told as zero.
        return value == 0 && rows.wasNull() ? Double.NaN : value;
    }

    static List<String> texts(ResultSet rows, int column) throws SQLException {
        Object[] values = (Object[]) rows.getArray(column).getArray();
        return Arrays.stream(values).map(String::valueOf).toList();
    }
}
