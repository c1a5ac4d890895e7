package perennial.crmapi.webhooks;

import perennial.crmapi.wire.CreatedAnswer;
import perennial.webhooks.Webhooks.Registered;

/** @param secret by whose text requests are signed; shown this once */
public record RegisteredView(long id, String secret, WebhookView webhook) implements CreatedAnswer.Numbered {
    static RegisteredView of(Registered registered) {
        return new RegisteredView(registered.webhook().id(), registered.secret(), WebhookView.of(registered.webhook()));
    }
}
