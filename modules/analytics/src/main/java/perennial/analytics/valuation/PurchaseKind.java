package perennial.analytics.valuation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.analytics.btyd.BgBb;
import perennial.analytics.btyd.BgCnbd;
import perennial.analytics.btyd.BgNbd;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.FitResult;
import perennial.analytics.btyd.MbgCnbd;
import perennial.analytics.btyd.MbgNbd;
import perennial.analytics.btyd.ParetoNbd;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.btyd.PurchaseSummaries;
import perennial.analytics.btyd.TraitModel;
import perennial.analytics.btyd.Traits;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** A kind of purchase model, for whoever needs one that may be any of them: shell, back-test, weekly run. */
public final class PurchaseKind {
    public static final PurchaseKind BG_NBD = of(
            new BgNbd(1, 1, 1, 1), BgNbd::fit, (pasts, settings, start) -> BgNbd.fit(pasts, settings, (BgNbd) start));
    public static final PurchaseKind MBG_NBD = of(
            new MbgNbd(1, 1, 1, 1),
            MbgNbd::fit,
            (pasts, settings, start) -> MbgNbd.fit(pasts, settings, (MbgNbd) start));
    public static final PurchaseKind PARETO_NBD = of(
            new ParetoNbd(1, 1, 1, 1),
            ParetoNbd::fit,
            (pasts, settings, start) -> ParetoNbd.fit(pasts, settings, (ParetoNbd) start));
    public static final PurchaseKind BG_BB =
            of(new BgBb(1, 1, 1, 1), BgBb::fit, (pasts, settings, start) -> BgBb.fit(pasts, settings, (BgBb) start));
    public static final PurchaseKind BG_CNBD = new PurchaseKind(
            new BgCnbd(1, 1, 1, 1, 1),
            BgCnbd::of,
            BgCnbd::fit,
            (pasts, settings, start) -> BgCnbd.fit(pasts, settings, (BgCnbd) start));
    public static final PurchaseKind MBG_CNBD = new PurchaseKind(
            new MbgCnbd(1, 1, 1, 1, 1),
            MbgCnbd::of,
            MbgCnbd::fit,
            (pasts, settings, start) -> MbgCnbd.fit(pasts, settings, (MbgCnbd) start));

    private static final List<PurchaseKind> ALL = List.of(BG_NBD, MBG_NBD, PARETO_NBD, BG_BB, BG_CNBD, MBG_CNBD);

    private final PurchaseModel form;
    private final Function<double[], PurchaseModel> maker;
    private final BiFunction<PurchaseSummaries, Fit.Settings, FitResult<? extends PurchaseModel>> cold;
    private final Warm warm;

    /** A fit from a model of the same kind. */
    private interface Warm {
        FitResult<? extends PurchaseModel> fit(PurchaseSummaries pasts, Fit.Settings settings, PurchaseModel start);
    }

    private PurchaseKind(
            PurchaseModel form,
            Function<double[], PurchaseModel> maker,
            BiFunction<PurchaseSummaries, Fit.Settings, FitResult<? extends PurchaseModel>> cold,
            Warm warm) {
        this.form = form;
        this.maker = maker;
        this.cold = cold;
        this.warm = warm;
    }

    private static PurchaseKind of(
            PurchaseModel form,
            BiFunction<PurchaseSummaries, Fit.Settings, FitResult<? extends PurchaseModel>> cold,
            Warm warm) {
        return new PurchaseKind(form, form::with, cold, warm);
    }

    public static List<PurchaseKind> all() {
        return ALL;
    }

    /**
     * Those that compete for a shop, the one to be preferred without evidence first: models of purchases at any time,
     * MBG/NBD before the others because in it those who bought once can have left too. BG/BB counts occasions, at most
     * one purchase on each, and is for data that come so; it is used where it is asked for by name. The models of regular
     * buyers need the times between purchases and compete by {@link #candidatesWithGaps}.
     */
    public static List<PurchaseKind> candidates() {
        return List.of(MBG_NBD, PARETO_NBD, BG_NBD);
    }

    /** Those that compete where the times between purchases are known, as in an order log. */
    public static List<PurchaseKind> candidatesWithGaps() {
        return List.of(MBG_NBD, PARETO_NBD, BG_NBD, MBG_CNBD, BG_CNBD);
    }

    /** @throws InvalidInputException naming those that there are */
    public static PurchaseKind labelled(String label) {
        return ALL.stream()
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "model",
                        label,
                        Reasons.words("no-model"),
                        Reasons.words(
                                "no-model.fix",
                                ALL.stream().map(PurchaseKind::label).collect(Collectors.joining(", ")))));
    }

    /** The name in shell and interface, such as {@code bg-nbd}. */
    public String label() {
        return form.name();
    }

    /** The symbols of all that makes the model; of regular buyers k is the first. */
    public List<String> parameterNames() {
        return List.copyOf(form.symbols().keySet());
    }

    /** Whether a fit needs the times between purchases. */
    public boolean needsGaps() {
        return parameterNames().contains("k");
    }

    /** The model with parameters in the order of their names. */
    public PurchaseModel with(double... parameters) {
        return maker.apply(parameters);
    }

    /** @throws InvalidInputException where a parameter is missing, is none of this model, or is not above 0 */
    public PurchaseModel with(Map<String, Double> parameters) {
        checkNames(parameters.keySet(), parameterNames());
        return with(parameterNames().stream().mapToDouble(parameters::get).toArray());
    }

    private void checkNames(Set<String> given, List<String> wanted) {
        if (!given.equals(Set.copyOf(wanted))) {
            throw new InvalidInputException(
                    "parameters",
                    String.join(", ", new TreeSet<>(given)),
                    Reasons.words("parameters", label(), String.join(", ", wanted)),
                    Reasons.words("parameters.fix"));
        }
    }

    /** The maximum-likelihood fit, or the reason why there is none. */
    public FitResult<? extends PurchaseModel> fit(PurchaseSummaries pasts, Fit.Settings settings) {
        return cold.apply(pasts, settings);
    }

    /** The same, from parameters that were the best for a similar shop or a week ago. */
    public FitResult<? extends PurchaseModel> fit(PurchaseSummaries pasts, Fit.Settings settings, double... start) {
        return warm.fit(pasts, settings, with(start));
    }

    /** The fit with traits that move the parameters of each customer; {@link #takesTraits} says whether there is one. */
    public FitResult<? extends TraitModel<?>> fit(PurchaseSummaries pasts, Traits traits, Fit.Settings settings) {
        if (this == PARETO_NBD) {
            return ParetoNbd.fit(pasts, traits, settings);
        }
        if (this == BG_NBD) {
            return BgNbd.fit(pasts, traits, settings);
        }
        throw new InvalidInputException(
                "traits",
                String.join(", ", traits.names()),
                withoutTraits("without-traits"),
                withoutTraits("without-traits.fix"));
    }

    private Words withoutTraits(String key) {
        return Reasons.words(key, label());
    }

    public boolean takesTraits() {
        return this == PARETO_NBD || this == BG_NBD;
    }

    /**
     * The model with traits by its parameters, those of the base and the coefficients by their names.
     *
     * @throws InvalidInputException where one is missing or none of this model
     */
    public TraitModel<PurchaseModel> with(Map<String, Double> parameters, List<String> traits) {
        Map<String, Double> own = new TreeMap<>(parameters);
        own.keySet().retainAll(parameterNames());
        PurchaseModel base = with(own);
        List<Double> zeros = Collections.nCopies(TraitModel.coefficients(base, traits), 0.0);
        List<String> names = new TraitModel<>(base, traits, zeros).parameterNames();
        checkNames(parameters.keySet(), names);
        return new TraitModel<>(
                base,
                traits,
                names.stream().skip(own.size()).map(parameters::get).toList());
    }

    @Override
    public String toString() {
        return label();
    }
}
