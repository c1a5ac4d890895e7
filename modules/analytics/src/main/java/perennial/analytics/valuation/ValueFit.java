package perennial.analytics.valuation;

import java.util.Locale;
import java.util.Optional;
import perennial.analytics.btyd.Convergence;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.FitResult;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.NotEnoughData;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.btyd.SpendSummaries;
import perennial.kernel.Words;

/**
 * A purchase model fitted to known pasts and, where there is one, a spend model.
 *
 * @param purchases empty where no usable model was found
 * @param spends empty where the pasts tell of no spend, or no usable model was found
 * @param reason what became of the fit of the purchase model
 */
public record ValueFit(
        PurchaseKind kind,
        Optional<Fit<? extends PurchaseModel>> purchases,
        Optional<Fit<GammaGamma>> spends,
        Words reason) {

    /** From starts of their own. */
    public static ValueFit of(PurchaseKind kind, KnownPasts known, Fit.Settings settings) {
        return of(kind, kind.fit(known.summaries(), settings), spends(known, settings));
    }

    /** From the last fit of the same kind; where that leads nowhere, from starts of their own. */
    public static ValueFit of(PurchaseKind kind, KnownPasts known, Fit.Settings settings, Start start) {
        FitResult<? extends PurchaseModel> warm = kind.fit(known.summaries(), settings, start.purchases());
        Optional<Fit<GammaGamma>> spends = Optional.empty();
        if (known.hasAmounts()) {
            SpendSummaries spent = known.spends();
            spends = start.spends()
                    .flatMap(from -> usable(GammaGamma.fit(spent, settings, from)))
                    .or(() -> usable(GammaGamma.fit(spent, settings)));
        }
        boolean isCold = warm.found().isPresent() && usable(warm).isEmpty();
        return of(kind, isCold ? kind.fit(known.summaries(), settings) : warm, spends);
    }

    /** The spend model of some pasts; empty where they tell of no spend, or no usable model was found. */
    public static Optional<Fit<GammaGamma>> spends(KnownPasts known, Fit.Settings settings) {
        return known.hasAmounts() ? usable(GammaGamma.fit(known.spends(), settings)) : Optional.empty();
    }

    /** Of a fit that was made elsewhere. */
    public static ValueFit of(
            PurchaseKind kind, FitResult<? extends PurchaseModel> result, Optional<Fit<GammaGamma>> spends) {
        return new ValueFit(kind, usable(result).map(fit -> fit), spends, reason(result));
    }

    /** A climb that did not arrive is no model. */
    public static <M> Optional<Fit<M>> usable(FitResult<M> result) {
        return result.found().filter(fit -> fit.convergence().status() != Convergence.Status.NOT_CONVERGED);
    }

    /** What became of a fit. */
    public static Words reason(FitResult<?> result) {
        return new Words(reason(result, Locale.ENGLISH), reason(result, Locale.SIMPLIFIED_CHINESE));
    }

    private static String reason(FitResult<?> result, Locale locale) {
        if (result instanceof NotEnoughData<?> tooFew) {
            return tooFew.reason(locale);
        }
        return result.found()
                .map(fit -> fit.convergence().reason(locale))
                .orElseThrow(() -> new IllegalStateException("a fit is found, or there is not enough data"));
    }

    /** Where a fit begins, as the last one ended. */
    public static final class Start {
        private final double[] purchases;
        private final Optional<GammaGamma> spends;

        public Start(double[] purchases, Optional<GammaGamma> spends) {
            this.purchases = purchases.clone();
            this.spends = spends;
        }

        /** The parameters of the purchase model, in the order of their names. */
        public double[] purchases() {
            return purchases.clone();
        }

        Optional<GammaGamma> spends() {
            return spends;
        }
    }
}
