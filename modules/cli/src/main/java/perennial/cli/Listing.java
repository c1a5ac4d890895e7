package perennial.cli;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import perennial.cli.server.Answer;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that lists what the server has of a kind: as a table, or as the JSON that the server gives. */
abstract class Listing implements Callable<Integer> {
    private final Shell shell;
    private final String path;
    private final List<String> headings;

    @Mixin
    private InstanceOption instance;

    @Option(names = "--json")
    private boolean isJson;

    /** @param headings the phrases above the columns */
    Listing(Shell shell, String path, String... headings) {
        this.shell = shell;
        this.path = path;
        this.headings = List.of(headings);
    }

    /** What stands in the columns for one of them. */
    abstract List<String> row(Answer item);

    @Override
    public Integer call() {
        Terminal terminal = shell.terminal();
        List<Answer> items = instance.directory(shell.environment())
                .server(terminal.locale())
                .list(path);
        if (isJson) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            items.forEach(item -> array.add(item.json()));
            terminal.answer(array.build());
        } else {
            terminal.lines(table(items, terminal).leftAligned());
        }
        return 0;
    }

    private Columns table(List<Answer> items, Terminal terminal) {
        Columns columns = new Columns();
        Stream.concat(
                        Stream.of(headings.stream().map(terminal::phrase).toList()),
                        items.stream().map(this::row))
                .forEach(cells -> columns.row(cells.toArray(String[]::new)));
        return columns;
    }
}
