package perennial.analytics.valuation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import perennial.analytics.btyd.BgBb;
import perennial.analytics.btyd.BgNbd;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.FitResult;
import perennial.analytics.btyd.MbgNbd;
import perennial.analytics.btyd.ParetoNbd;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.btyd.PurchaseSummaries;
import perennial.kernel.InvalidInputException;

/** A kind of purchase model, for whoever needs one that may be any of them: shell, back-test, weekly run. */
public final class PurchaseKind {
    public static final PurchaseKind BG_NBD = new PurchaseKind(
            new BgNbd(1, 1, 1, 1), BgNbd::fit, (pasts, settings, start) -> BgNbd.fit(pasts, settings, (BgNbd) start));
    public static final PurchaseKind MBG_NBD = new PurchaseKind(
            new MbgNbd(1, 1, 1, 1),
            MbgNbd::fit,
            (pasts, settings, start) -> MbgNbd.fit(pasts, settings, (MbgNbd) start));
    public static final PurchaseKind PARETO_NBD = new PurchaseKind(
            new ParetoNbd(1, 1, 1, 1),
            ParetoNbd::fit,
            (pasts, settings, start) -> ParetoNbd.fit(pasts, settings, (ParetoNbd) start));
    public static final PurchaseKind BG_BB = new PurchaseKind(
            new BgBb(1, 1, 1, 1), BgBb::fit, (pasts, settings, start) -> BgBb.fit(pasts, settings, (BgBb) start));

    private static final List<PurchaseKind> ALL = List.of(BG_NBD, MBG_NBD, PARETO_NBD, BG_BB);

    private final PurchaseModel form;
    private final BiFunction<PurchaseSummaries, Fit.Settings, FitResult<? extends PurchaseModel>> cold;
    private final Warm warm;

    /** A fit from a model of the same kind. */
    private interface Warm {
        FitResult<? extends PurchaseModel> fit(PurchaseSummaries pasts, Fit.Settings settings, PurchaseModel start);
    }

    private PurchaseKind(
            PurchaseModel form,
            BiFunction<PurchaseSummaries, Fit.Settings, FitResult<? extends PurchaseModel>> cold,
            Warm warm) {
        this.form = form;
        this.cold = cold;
        this.warm = warm;
    }

    public static List<PurchaseKind> all() {
        return ALL;
    }

    /**
     * Those that compete for a shop, the one to be preferred without evidence first: models of purchases at any time,
     * MBG/NBD before the others because in it those who bought once can have left too. BG/BB counts occasions, at most
     * one purchase on each, and is for data that come so; it is used where it is asked for by name.
     */
    public static List<PurchaseKind> candidates() {
        return List.of(MBG_NBD, PARETO_NBD, BG_NBD);
    }

    /** @throws InvalidInputException naming those that there are */
    public static PurchaseKind labelled(String label) {
        return ALL.stream()
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "model",
                        label,
                        "there is no model of that name",
                        "give one of " + ALL.stream().map(PurchaseKind::label).collect(Collectors.joining(", "))));
    }

    /** The name in shell and interface, such as {@code bg-nbd}. */
    public String label() {
        return form.name();
    }

    public List<String> parameterNames() {
        return form.parameterNames();
    }

    /** The model with parameters in the order of their names. */
    public PurchaseModel with(double... parameters) {
        return form.with(parameters);
    }

    /** @throws InvalidInputException where a parameter is missing, is none of this model, or is not above 0 */
    public PurchaseModel with(Map<String, Double> parameters) {
        Set<String> given = new TreeSet<>(parameters.keySet());
        if (!given.equals(new TreeSet<>(parameterNames()))) {
            throw new InvalidInputException(
                    "parameters",
                    String.join(", ", given),
                    label() + " has the parameters " + String.join(", ", parameterNames()),
                    "give each of them once and no other");
        }
        return with(parameterNames().stream().mapToDouble(parameters::get).toArray());
    }

    /** The maximum-likelihood fit, or the reason why there is none. */
    public FitResult<? extends PurchaseModel> fit(PurchaseSummaries pasts, Fit.Settings settings) {
        return cold.apply(pasts, settings);
    }

    /** The same, from parameters that were the best for a similar shop or a week ago. */
    public FitResult<? extends PurchaseModel> fit(PurchaseSummaries pasts, Fit.Settings settings, double... start) {
        return warm.fit(pasts, settings, with(start));
    }

    @Override
    public String toString() {
        return label();
    }
}
