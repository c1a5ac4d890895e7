package perennial.storage.jpa;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the two databases differ. */
enum Dialect {
    H2 {
        /** H2's own level, above those of the standard, and the only one of its that is as of one instant. */
        @Override
        int snapshot() {
            return 6;
        }

        @Override
        String counters() {
            return """
                    select sequence_name, base_value from information_schema.sequences
                    where sequence_schema = current_schema and sequence_name not like 'SYSTEM_SEQUENCE_%'
                    union all
                    select table_name || '.' || column_name, identity_base from information_schema.columns
                    where table_schema = current_schema and is_identity = 'YES'
                    """;
        }

        @Override
        String raise(String counter, long next) {
            int dot = counter.indexOf('.');
            return dot < 0
                    ? "alter sequence " + counter + " restart with " + next
                    : "alter table " + counter.substring(0, dot) + " alter column " + counter.substring(dot + 1)
                            + " restart with " + next;
        }
    },
    POSTGRESQL {
        @Override
        int snapshot() {
            return Connection.TRANSACTION_REPEATABLE_READ;
        }

        @Override
        String counters() {
            return """
                    select coalesce(c.relname || '.' || a.attname, s.sequencename),
                           coalesce(s.last_value + s.increment_by, s.start_value)
                    from pg_sequences s
                    join pg_class q on q.relname = s.sequencename
                         and q.relnamespace = current_schema()::regnamespace
                    left join pg_depend d on d.objid = q.oid and d.deptype = 'i' and d.refobjsubid > 0
                    left join pg_class c on c.oid = d.refobjid
                    left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
                    where s.schemaname = current_schema()
                    """;
        }

        /** Locks no table, which altering it would. */
        @Override
        String raise(String counter, long next) {
            int dot = counter.indexOf('.');
            String sequence = dot < 0
                    ? "'" + counter + "'"
                    : "pg_get_serial_sequence('" + counter.substring(0, dot) + "', '" + counter.substring(dot + 1)
                            + "')";
            return "select setval(" + sequence + ", " + next + ", false)";
        }
    };

    static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : H2;
    }

    /** The isolation of a transaction that sees one instant all along. */
    abstract int snapshot();

    /** Asks for the next value of every counter. */
    abstract String counters();

    /** Lets a counter go on from a number. */
    abstract String raise(String counter, long next);
}
