package perennial.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.ZoneId;
import java.util.Currency;
import java.util.concurrent.Callable;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens a shop of one's own in an installation that was started without a sample. */
@Command(name = "shop")
final class ShopCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private InstanceOption instance;

    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name;

    @Option(names = "--currency", paramLabel = "CODE", required = true)
    private Currency currency;

    @Option(names = "--zone", paramLabel = "ZONE", required = true)
    private ZoneId zone;

    @Option(names = "--historic")
    private boolean isHistoric;

    ShopCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Terminal terminal = shell.terminal();
        RemoteServer server = instance.directory(shell.environment()).server(terminal.locale());
        JsonObject shop = Json.createObjectBuilder()
                .add("name", name)
                .add("currency", currency.getCurrencyCode())
                .add("zone", zone.getId())
                .addNull("sample")
                .add("simulated", false)
                .add("consentAssumed", false)
                .add("historic", isHistoric)
                .build();
        server.put("/instance/shop", "application/json", shop.toString());
        terminal.say("shop.open", name);
        return 0;
    }
}
