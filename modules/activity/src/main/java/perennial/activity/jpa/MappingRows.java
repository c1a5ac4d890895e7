package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The mappings that were put here. */
@Dependent
public class MappingRows {
    private final Database database;

    @Inject
    public MappingRows(Database database) {
        this.database = database;
    }

    public Optional<String> yaml(String name) {
        return database.with(connection -> Batch.find(
                        connection,
                        "select yaml from mapping where name = any (?)",
                        row -> row.getString(1),
                        List.of(name))
                .stream()
                .findFirst());
    }

    /** The kind of each, by name. */
    public Map<String, String> kinds() {
        return database.with(connection -> {
            Map<String, String> kinds = new TreeMap<>();
            Batch.find(
                            connection,
                            "select name, kind from mapping",
                            row -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(entry -> kinds.put(entry.getKey(), entry.getValue()));
            return kinds;
        });
    }

    public void put(String name, String kind, String yaml) {
        database.with(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from mapping where name = ?");
                    PreparedStatement insert =
                            connection.prepareStatement("insert into mapping (name, kind, yaml) values (?, ?, ?)")) {
                delete.setString(1, name);
                delete.executeUpdate();
                insert.setString(1, name);
                insert.setString(2, kind);
                insert.setString(3, yaml);
                return insert.executeUpdate();
            }
        });
    }
}
