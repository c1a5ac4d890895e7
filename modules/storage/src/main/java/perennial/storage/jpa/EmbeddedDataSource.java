package perennial.storage.jpa;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;

/**
 * H2's data source without two-phase commits, which nobody needs here: a connection that knows them rolls back when it is
 * given back, and a rollback makes it forget all statements that it has prepared. The server makes one by its name.
 */
public final class EmbeddedDataSource implements DataSource {
    private final JdbcDataSource source = new JdbcDataSource();

    public void setUrl(String url) {
        source.setURL(url);
    }

    public void setUser(String user) {
        source.setUser(user);
    }

    public void setPassword(String password) {
        source.setPassword(password);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(source.getUser(), source.getPassword());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return new EmbeddedConnection(source.getURL(), user, password);
    }

    /** One that knows when its database was shut, by a full disk for one: H2's own only knows whether it was closed itself. */
    private static final class EmbeddedConnection extends JdbcConnection {
        EmbeddedConnection(String url, String user, String password) throws SQLException {
            super(url, new Properties(), user, password.toCharArray(), false);
        }

        @Override
        public boolean isValid(int seconds) {
            return super.isValid(seconds) && getSession() instanceof SessionLocal local && isOpen(local.getDatabase());
        }

        private static boolean isOpen(Database database) {
            return !database.isClosing() && !database.getStore().getMvStore().isClosed();
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
