package perennial.console.rules;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.console.shell.Notices;
import perennial.decisions.RuleEffects;
import perennial.decisions.RuleEffects.Effect;
import perennial.decisions.RuleEffects.Lever;
import perennial.decisions.RuleEffects.Source;

/** The table from which every gain in money comes, before those who own it. */
@Named
@ViewScoped
public class EffectsPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double PER_CENT = 100;

    @Inject
    private RuleEffects effects;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private @Nullable String offer;
    private @Nullable String segment;
    private @Nullable String uplift;
    private @Nullable String lower;
    private @Nullable String upper;
    private Source source = Source.ASSUMED;

    public List<Effect> getAll() {
        return effects.all();
    }

    public List<Lever> getLevers() {
        return effects.levers();
    }

    public List<Source> getSources() {
        return Arrays.asList(Source.values());
    }

    /** What a form calls an offer: its verb and kind. */
    public String offer(Lever lever) {
        return lever.verb() + " " + lever.kind();
    }

    /** Takes a row into the form. */
    public void change(Effect effect) {
        offer = offer(effect.lever());
        segment = effect.lever().segment().orElse(null);
        uplift = perCent(effect.uplift());
        lower = perCent(effect.lower());
        upper = perCent(effect.upper());
        source = effect.source();
    }

    private static String perCent(double share) {
        double rounded = Math.rint(share * PER_CENT * PER_CENT) / PER_CENT;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    public void save() {
        visitor.need(Role.MARKETER);
        try {
            Lever lever = lever();
            boolean isKept = notices.trying(() -> effects.put(
                    new Effect(lever, share(uplift), share(lower), share(upper), source), Keeper.of(visitor)));
            if (isKept) {
                notices.done(EffectsPage.class, "effects.saved");
                notices.goTo("/rules/effects");
            }
        } catch (NumberFormatException e) {
            notices.failed(EffectsPage.class, "effects.number", String.valueOf(e.getMessage()));
        }
    }

    private Lever lever() {
        String[] parts = Objects.requireNonNullElse(offer, " ").split(" ", -1);
        return new Lever(parts[0], parts[parts.length - 1], Optional.ofNullable(segment));
    }

    private static double share(@Nullable String perCent) {
        String written = Objects.requireNonNullElse(perCent, "");
        try {
            return Double.parseDouble(written.replace(',', '.')) / PER_CENT;
        } catch (NumberFormatException e) {
            throw (NumberFormatException) new NumberFormatException(written).initCause(e);
        }
    }

    public void remove(Effect effect) {
        visitor.need(Role.MARKETER);
        if (notices.trying(() -> effects.remove(effect.lever(), Keeper.of(visitor)))) {
            notices.done(EffectsPage.class, "effects.removed");
        }
        notices.goTo("/rules/effects");
    }

    public @Nullable String getOffer() {
        return offer;
    }

    public void setOffer(@Nullable String offer) {
        this.offer = offer;
    }

    public @Nullable String getSegment() {
        return segment;
    }

    public void setSegment(@Nullable String segment) {
        this.segment = segment;
    }

    public @Nullable String getUplift() {
        return uplift;
    }

    public void setUplift(@Nullable String uplift) {
        this.uplift = uplift;
    }

    public @Nullable String getLower() {
        return lower;
    }

    public void setLower(@Nullable String lower) {
        this.lower = lower;
    }

    public @Nullable String getUpper() {
        return upper;
    }

    public void setUpper(@Nullable String upper) {
        this.upper = upper;
    }

    public Source getSource() {
        return source;
    }

    public void setSource(Source source) {
        this.source = source;
    }
}
