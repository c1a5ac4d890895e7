package perennial.cli;

import java.util.ArrayList;
import java.util.List;
import perennial.cli.server.Answer;
import perennial.cli.terminal.Terminal;

/** A shop's name with what must be said wherever its data shows. */
final class Headline {
    private Headline() {}

    static String of(Answer shop, Terminal terminal) {
        List<String> words = new ArrayList<>();
        if (shop.isTrue("simulated")) {
            words.add(terminal.phrase("shop.simulated"));
        }
        if (shop.isTrue("consentAssumed")) {
            words.add(terminal.phrase("shop.consent-assumed"));
        }
        String name = shop.text("name").orElseGet(() -> terminal.phrase("shop.unnamed"));
        return words.isEmpty() ? name : name + " (" + String.join(", ", words) + ")";
    }
}
