package perennial.crmapi.segmentation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.wire.Standing;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.overview.Overview;
import perennial.segmentation.SegmentMoves;
import perennial.segmentation.SegmentMoves.Cause;
import perennial.segmentation.SegmentMoves.Passage;
import perennial.segmentation.SegmentMoves.Passages;

@Path("segments/moves")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class MovesResource {
    @Inject
    private SegmentMoves moves;

    @Inject
    private Overview overview;

    @GET
    @Conditional
    @Operation(
            summary =
                    "How many customers came from which segment into which with the run in force, and what moved them")
    public MovesView moves() {
        Run run = Standing.of(overview.inForce());
        return MovesView.of(run, moves.passages(run));
    }

    /** @param passages the largest first, those who stayed among them; empty with the first run */
    public record MovesView(Instant asOf, List<PassageView> passages) {
        static MovesView of(Run run, Passages passages) {
            return new MovesView(
                    run.asOf(),
                    passages.passages().stream()
                            .map(passage -> PassageView.of(passage, passages.names()))
                            .toList());
        }
    }

    /** @param fromId null for customers who were in no segment before, and so are its names */
    public record PassageView(
            @Nullable String fromId,
            @Nullable String from,
            @Nullable String fromZh,
            String toId,
            String to,
            String toZh,
            long customers,
            List<CauseView> causes) {
        static PassageView of(Passage passage, Map<String, Words> names) {
            Optional<Words> from = passage.from().map(id -> called(names, id));
            Words to = called(names, passage.to());
            return new PassageView(
                    passage.from().orElse(null),
                    from.map(Words::english).orElse(null),
                    from.map(Words::chinese).orElse(null),
                    passage.to(),
                    to.english(),
                    to.chinese(),
                    passage.customers(),
                    passage.causes().stream().map(CauseView::of).toList());
        }

        private static Words called(Map<String, Words> names, String id) {
            return names.getOrDefault(id, new Words(id, id));
        }
    }

    /** @param feature null where the segments were drawn anew and the customers had not changed enough to move */
    public record CauseView(@Nullable String feature, long customers) {
        static CauseView of(Cause cause) {
            return new CauseView(cause.feature().orElse(null), cause.customers());
        }
    }
}
