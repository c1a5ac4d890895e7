package perennial.storage.jpa;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a kind of column is written as text, the same from either database, and read again. */
enum Form {
    TEXT {
        @Override
        @Nullable
        String write(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void fill(PreparedStatement insert, int place, String text) throws SQLException {
            insert.setString(place, text);
        }
    },
    WHOLE {
        @Override
        @Nullable
        String write(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void fill(PreparedStatement insert, int place, String text) throws SQLException {
            insert.setLong(place, Long.parseLong(text));
        }
    },
    DECIMAL {
        @Override
        @Nullable
        String write(ResultSet row, int column) throws SQLException {
            BigDecimal number = row.getBigDecimal(column);
            return number == null ? null : number.toPlainString();
        }

        @Override
        void fill(PreparedStatement insert, int place, String text) throws SQLException {
            insert.setBigDecimal(place, new BigDecimal(text));
        }
    },
    /** Java's shortest text for a double gives the very double back. */
    FLOATING {
        @Override
        @Nullable
        String write(ResultSet row, int column) throws SQLException {
            double number = row.getDouble(column);
            return row.wasNull() ? null : Double.toString(number);
        }

        @Override
        void fill(PreparedStatement insert, int place, String text) throws SQLException {
            insert.setDouble(place, Double.parseDouble(text));
        }
    },
    TRUTH {
        @Override
        @Nullable
        String write(ResultSet row, int column) throws SQLException {
            boolean is = row.getBoolean(column);
            return row.wasNull() ? null : Boolean.toString(is);
        }

        @Override
        void fill(PreparedStatement insert, int place, String text) throws SQLException {
            insert.setBoolean(place, Boolean.parseBoolean(text));
        }
    },
    INSTANT {
        @Override
        @Nullable
        String write(ResultSet row, int column) throws SQLException {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant().toString();
        }

        @Override
        void fill(PreparedStatement insert, int place, String text) throws SQLException {
            insert.setObject(place, OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC));
        }
    },
    DAY {
        @Override
        @Nullable
        String write(ResultSet row, int column) throws SQLException {
            LocalDate day = row.getObject(column, LocalDate.class);
            return day == null ? null : day.toString();
        }

        @Override
        void fill(PreparedStatement insert, int place, String text) throws SQLException {
            insert.setObject(place, LocalDate.parse(text));
        }
    },
    BYTES {
        @Override
        @Nullable
        String write(ResultSet row, int column) throws SQLException {
            byte[] bytes = row.getBytes(column);
            return bytes == null ? null : HexFormat.of().formatHex(bytes);
        }

        @Override
        void fill(PreparedStatement insert, int place, String text) throws SQLException {
            insert.setBytes(place, HexFormat.of().parseHex(text));
        }
    },
    TEXTS {
        @Override
        @Nullable
        String write(ResultSet row, int column) throws SQLException {
            return list(row, column);
        }

        @Override
        void fill(PreparedStatement insert, int place, String text) throws SQLException {
            insert.setArray(
                    place,
                    insert.getConnection()
                            .createArrayOf("varchar", elements(text).toArray()));
        }
    },
    FLOATINGS {
        @Override
        @Nullable
        String write(ResultSet row, int column) throws SQLException {
            return list(row, column);
        }

        @Override
        void fill(PreparedStatement insert, int place, String text) throws SQLException {
            Object[] numbers = elements(text).stream()
                    .map(String::valueOf)
                    .map(Double::valueOf)
                    .toArray();
            insert.setArray(place, insert.getConnection().createArrayOf("float8", numbers));
        }
    };

    /** Each element is closed by a tab, so that no element is another thing than one that is empty. */
    private static @Nullable String list(ResultSet row, int column) throws SQLException {
        java.sql.Array array = row.getArray(column);
        if (array == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Object element : (Object[]) array.getArray()) {
            text.append(Fields.line(List.of(element.toString()))).append('\t');
        }
        return text.toString();
    }

    private static List<@Nullable String> elements(String text) {
        return text.isEmpty() ? List.of() : Fields.of(text.substring(0, text.length() - 1));
    }

    static Form of(int type, String name) {
        return switch (type) {
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> WHOLE;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.DOUBLE, Types.REAL, Types.FLOAT -> FLOATING;
            case Types.BOOLEAN, Types.BIT -> TRUTH;
            case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP -> instant(name);
            case Types.DATE -> DAY;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            case Types.ARRAY -> array(name);
            default -> throw new IllegalStateException("a backup has no form for columns of the type " + name);
        };
    }

    /** H2 calls it "double precision array", PostgreSQL "_float8". */
    private static Form array(String name) {
        String elements = name.toLowerCase(Locale.ROOT);
        return elements.contains("double precision") || elements.equals("_float8") ? FLOATINGS : TEXTS;
    }

    /** PostgreSQL's driver calls both kinds of timestamp by one number. */
    private static Form instant(String name) {
        String kind = name.toLowerCase(Locale.ROOT);
        if (kind.equals("timestamptz") || kind.contains("with time zone")) {
            return INSTANT;
        }
        throw new IllegalStateException("a backup has no form for times without a zone");
    }

    /** Null where the column is empty. */
    abstract @Nullable String write(ResultSet row, int column) throws SQLException;

    abstract void fill(PreparedStatement insert, int place, String text) throws SQLException;
}
