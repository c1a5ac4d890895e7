package perennial.crmapi.rules;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.Bodies;
import perennial.decisions.RuleEffects;
import perennial.decisions.RuleEffects.Effect;
import perennial.decisions.RuleEffects.Lever;
import perennial.decisions.RuleEffects.Source;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

@Path("rules/effects")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class EffectResource {
    @Inject
    private RuleEffects effects;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "What each offer is held to change, from which every figure in money comes")
    public EffectsView all() {
        return new EffectsView(effects.all().stream().map(EffectView::of).toList(), null);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsRole(Role.MARKETER)
    @Operation(
            summary = "Puts a row in the place of that of the same verb, kind and segment",
            description = "Decisions weigh offers by it from the next one on")
    public EffectView put(@Nullable EffectView effect) {
        Effect told = Bodies.given(effect).told();
        effects.put(told, Keepers.person(caller));
        return EffectView.of(told);
    }

    @DELETE
    @Path("{verb}/{kind}")
    @NeedsRole(Role.MARKETER)
    @Operation(
            summary = "Drops a row",
            description = "What stands in none is shown with its cost alone, and comes after all that is known to "
                    + "bring something")
    public void remove(
            @PathParam("verb") String verb,
            @PathParam("kind") String kind,
            @QueryParam("segment") @Nullable String segment) {
        effects.remove(new Lever(verb, kind, Optional.ofNullable(segment)), Keepers.person(caller));
    }

    /** @param segment null for all customers whose segment has no row of its own */
    public record EffectView(
            @Nullable String verb,
            @Nullable String kind,
            @Nullable String segment,
            @Nullable Double uplift,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable String source) {
        static EffectView of(Effect effect) {
            return new EffectView(
                    effect.lever().verb(),
                    effect.lever().kind(),
                    effect.lever().segment().orElse(null),
                    effect.uplift(),
                    effect.lower(),
                    effect.upper(),
                    effect.source().name().toLowerCase(Locale.ROOT));
        }

        Effect told() {
            return new Effect(
                    new Lever(
                            Bodies.given(verb, "verb"),
                            Bodies.given(kind, "kind"),
                            Bodies.text("segment", segment, 40)),
                    Bodies.given(uplift, "uplift"),
                    Bodies.given(lower, "lower"),
                    Bodies.given(upper, "upper"),
                    named(Bodies.given(source, "source")));
        }

        private static Source named(String label) {
            return Arrays.stream(Source.values())
                    .filter(source -> source.name().toLowerCase(Locale.ROOT).equals(label))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            "source",
                            label,
                            new Words("there is no such source", "没有这种来源"),
                            new Words("give assumed or experiment", "请给出 assumed 或 experiment")));
        }
    }

    /** @param next null: the list is never paged */
    public record EffectsView(
            List<EffectView> items, @Nullable String next) {}
}
