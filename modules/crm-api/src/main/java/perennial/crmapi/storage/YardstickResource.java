package perennial.crmapi.storage;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.Bodies;
import perennial.crmapi.wire.Created;
import perennial.crmapi.wire.Ids;
import perennial.kernel.Words;
import perennial.storage.Yardstick;

@Path("yardstick")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.ANALYST)
public class YardstickResource {
    private static final Words YARDSTICK = new Words("yardstick", "计量基准");
    private static final int LONGEST = 50_000;

    @Inject
    private Yardstick yardstick;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Created
    @Operation(
            summary = "Puts one row durably in place that nobody reads",
            description =
                    "What the time of a decision is measured against (bench decisions). 404 unless the server was "
                            + "started with PERENNIAL_YARDSTICK=true")
    public RowView put(@Nullable RowToPutView row) {
        if (!yardstick.isOpen()) {
            throw Ids.nothing(YARDSTICK, "closed");
        }
        String text = Bodies.given(Bodies.given(row).text(), "text");
        return new RowView(yardstick.put(Bodies.text("text", text, LONGEST).orElse("")));
    }

    public record RowToPutView(@Nullable String text) {}

    public record RowView(long id) {}
}
