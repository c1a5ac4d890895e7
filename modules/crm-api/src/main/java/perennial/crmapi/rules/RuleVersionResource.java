package perennial.crmapi.rules;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.Ids;
import perennial.decisions.RuleVersions;
import perennial.decisions.RuleVersions.File;
import perennial.decisions.RuleVersions.InForce;
import perennial.kernel.Words;

@Path("rules/versions")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class RuleVersionResource {
    private static final Words VERSION = new Words("version of the rules", "规则版本");

    @Inject
    private RuleVersions versions;

    @GET
    @Operation(summary = "What is in force, and all versions with what was done with each, the newest first")
    public RuleVersionsView all() {
        return new RuleVersionsView(
                RulesInForceView.of(versions.inForce()),
                versions.all().stream().map(RuleVersionView::of).toList(),
                null);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A version with all its files as their authors wrote them")
    public WholeVersionView one(@PathParam("id") String id) {
        long number = Ids.number(VERSION, id);
        return new WholeVersionView(
                RuleVersionView.of(versions.find(number)),
                versions.files(number).stream().map(RuleFileView::of).toList());
    }

    /** @param next null: the list is never paged */
    public record RuleVersionsView(
            RulesInForceView inForce,
            List<RuleVersionView> items,
            @Nullable String next) {}

    /** @param files by path */
    public record WholeVersionView(RuleVersionView version, List<RuleFileView> files) {}

    /**
     * @param book what decisions call it
     * @param stopped the codes of the rules that are kept from firing
     */
    public record RulesInForceView(long version, String book, List<String> stopped, Instant since, String actor) {
        static RulesInForceView of(InForce now) {
            return new RulesInForceView(
                    now.version(), now.book(), List.copyOf(new TreeSet<>(now.stopped())), now.since(), now.actor());
        }
    }

    public record RuleFileView(String path, String text) {
        static RuleFileView of(File file) {
            return new RuleFileView(file.path(), file.text());
        }
    }
}
