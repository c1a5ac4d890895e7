package perennial.segmentation.jpa;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import perennial.kernel.Run;

/** Which version places the customers of a run, and whose turn it is to change that. */
public final class PlacingRows {
    static final List<String> TABLES = List.of("segmentation_placing");

    private final RunTables tables;

    public PlacingRows(RunTables tables) {
        this.tables = tables;
    }

    /** Begins a turn, of which there is one at a time, until the end of the transaction. */
    public long begin() {
        tables.change("update segmentation_turn set number = number + 1 where id = 1", update -> {});
        return turn();
    }

    /** The number of the last turn that has ended, or of one's own. */
    public long turn() {
        return tables.all("select number from segmentation_turn", all -> {}, row -> row.getLong(1))
                .get(0);
    }

    public void clear(Run run) {
        tables.clear(run, TABLES);
    }

    /** @param before the run with whose places these are compared */
    public void replace(Run run, Optional<Run> before, long version, long turn) {
        clear(run);
        String sql = "insert into segmentation_placing (run_id, version_id, number, compared_id) values (?, ?, ?, ?)";
        tables.change(sql, insert -> {
            insert.setLong(1, run.id());
            insert.setLong(2, version);
            insert.setLong(3, turn);
            insert.setObject(4, before.map(Run::id).orElse(null), Types.BIGINT);
        });
    }

    /** The run with whose places those of a run are compared; empty for the first one. */
    public Optional<Run> before(Run run) {
        String sql = "select compared_id from segmentation_placing where run_id = ? and compared_id is not null";
        return tables.one(sql, run, row -> row.getLong(1)).map(id -> new Run(id, run.asOf()));
    }

    /** The run whose version places the customers of a run; empty where there are no segments. */
    public Optional<Long> version(Run run) {
        return tables.one(
                "select version_id from segmentation_placing where run_id = ?", run, row -> row.getLong("version_id"));
    }

    /** The turn in which the run's customers were placed; 0 where they never were. */
    public long number(Run run) {
        return tables.one("select number from segmentation_placing where run_id = ?", run, row -> row.getLong("number"))
                .orElse(0L);
    }
}
