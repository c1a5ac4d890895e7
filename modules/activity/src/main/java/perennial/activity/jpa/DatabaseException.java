package perennial.activity.jpa;

import java.sql.SQLException;

/** The database refused a statement or could not be reached. */
public class DatabaseException extends RuntimeException {
    public DatabaseException(SQLException cause) {
        super("the database refused: " + cause.getMessage(), cause);
    }
}
