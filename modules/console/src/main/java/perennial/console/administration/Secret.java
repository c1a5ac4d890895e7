package perennial.console.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** A secret just made: shown with this answer and never again. */
@Named
@RequestScoped
public class Secret {
    private @Nullable String owner;
    private @Nullable String value;

    void show(String of, String secret) {
        owner = of;
        value = secret;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public @Nullable String getValue() {
        return value;
    }
}
