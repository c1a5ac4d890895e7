package perennial.cli;

import java.util.concurrent.Callable;
import perennial.cli.server.Answer;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "customer")
final class CustomerCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private InstanceOption instance;

    @Parameters(paramLabel = "ID")
    private String id;

    @Option(names = "--json")
    private boolean isJson;

    CustomerCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Terminal terminal = shell.terminal();
        RemoteServer server = instance.directory(shell.environment()).server(terminal.locale());
        Answer customer = server.get("/customers/" + RemoteServer.encoded(id));
        if (isJson) {
            terminal.answer(customer.json());
        } else {
            new CustomerSheet(terminal, server.get("/instance").object("shop")).show(customer);
        }
        return 0;
    }
}
