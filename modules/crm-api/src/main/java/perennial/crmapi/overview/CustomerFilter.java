package perennial.crmapi.overview;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.overview.CustomerQuery;

/** Which customers, in which order. */
public class CustomerFilter {
    @QueryParam("q")
    private @Nullable String q;

    @QueryParam("stage")
    private @Nullable String stage;

    @QueryParam("segment")
    private @Nullable String segment;

    @QueryParam("sort")
    @DefaultValue("id")
    private String sort = "id";

    public CustomerQuery page(Optional<String> cursor, int limit) {
        return of(Optional.ofNullable(segment), cursor, limit);
    }

    private CustomerQuery of(Optional<String> ofSegment, Optional<String> cursor, int limit) {
        return CustomerQuery.of(Optional.ofNullable(q), Optional.ofNullable(stage), ofSegment, sort, cursor, limit);
    }
}
