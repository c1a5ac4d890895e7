package perennial.crmapi.rules;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.Ids;
import perennial.decisions.RuleReviews;
import perennial.kernel.Words;

@Path("rules/versions/{id}/analysis")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class VersionAnalysisResource {
    private static final Words VERSION = new Words("version of the rules", "规则版本");

    @Inject
    private RuleReviews reviews;

    @GET
    @Operation(
            summary =
                    "What is questionable about the rules of a version, how its scenarios come out, and what none of them tests",
            description = "Found in the conditions, without firing a rule for a customer of the shop; each flaw comes "
                    + "with an example customer. Nothing of it keeps the rules from living")
    public RuleReviewView of(@PathParam("id") String id) {
        return RuleReviewView.of(reviews.of(Ids.number(VERSION, id)));
    }
}
