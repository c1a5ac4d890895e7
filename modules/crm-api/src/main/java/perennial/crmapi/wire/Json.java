package perennial.crmapi.wire;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** What is not known is there as null, so that a reader sees the field and its absence; a field that a call does not
 * have is refused, so that a misspelt one is not left out in silence. */
@Provider
public class Json implements ContextResolver<Jsonb> {
    private final Jsonb json = JsonbBuilder.create(
            new JsonbConfig().withNullValues(true).setProperty("jsonb.fail-on-unknown-properties", true));

    @Override
    public Jsonb getContext(Class<?> type) {
        return json;
    }
}
