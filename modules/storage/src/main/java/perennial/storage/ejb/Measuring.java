package perennial.storage.ejb;

import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.storage.Statements;
import perennial.storage.Yardstick;

@Stateless
@Local(Yardstick.class)
public class Measuring implements Yardstick {
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    @Inject
    @ConfigProperty(name = "perennial.yardstick", defaultValue = "false")
    private boolean isOpen;

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public long put(String text) {
        return new Statements(database, "the yardstick")
                .add("insert into yardstick_row (text) values (?)", insert -> insert.setString(1, text));
    }
}
