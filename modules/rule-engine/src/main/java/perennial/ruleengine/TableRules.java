package perennial.ruleengine;

import java.util.List;
import java.util.Optional;
import perennial.rules.RuleSource;

/** The rules that a table of prices or discounts stands for. */
public final class TableRules {
    private TableRules() {}

    /** What a line about the whole table may begin with, in the order of a usual one. */
    public static List<String> lines() {
        return GridReader.LINES;
    }

    /**
     * As somebody would write them; empty while the table can't be read.
     *
     * @param book with the numbers that the table refers to by name
     */
    public static Optional<String> written(RuleSource table, List<RuleSource> book) {
        return read(table, book).map(Grid::pretty);
    }

    /** The rules of a file, each on the line that holds its cell; a file that is no table, or no readable one, is its own. */
    public static RuleSource inPlace(RuleSource file, List<RuleSource> book) {
        return Optional.of(file)
                .filter(RuleSource::holdsTable)
                .flatMap(table -> read(table, book))
                .map(grid -> new RuleSource(file.path(), grid.aligned()))
                .orElse(file);
    }

    private static Optional<Grid> read(RuleSource table, List<RuleSource> book) {
        if (Characters.problem(table).isPresent()) {
            return Optional.empty();
        }
        Parameters parameters = Parameters.read(
                book.stream().filter(RuleSource::holdsParameters).toList());
        return GridReader.read(table, parameters).grid();
    }
}
