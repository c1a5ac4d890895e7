package perennial.analytics.btyd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * What BG/CNBD-k and MBG/CNBD-k have beyond {@link BetaGeometricModel}: a customer's purchases come more evenly than at
 * random, the gap between two being Erlang-k, and k is one of the things to be found. At k = 1 they are BG/NBD and MBG/NBD.
 *
 * <p>Source: Platzer and Reutterer (2016), Ticking Away the Moments, Marketing Science 35(5), for gaps that are Erlang-k;
 * Reutterer, Platzer and Schröder (2021), Leveraging Purchase Regularity, International Journal of Research in Marketing
 * 38(1), for the likelihood. The forecasts are exact here, where the article rescales an approximation: see
 * {@link FutureWhileAlive}.
 */
sealed interface RegularModel extends BetaGeometricModel permits BgCnbd, MbgCnbd {
    /** A gap of Erlang-12 strays from its mean by 29 per cent; the literature goes no further. */
    int MOST_REGULAR = 12;

    @Override
    int k();

    @Override
    default Map<String, Double> symbols() {
        Map<String, Double> symbols = new LinkedHashMap<>();
        symbols.put("k", (double) k());
        symbols.putAll(BetaGeometricModel.super.symbols());
        return symbols;
    }

    /** k as one of the numbers that are given for a model. */
    static int regularity(double k) {
        if (k != Math.rint(k)) {
            throw notRegular(k);
        }
        return regularity((int) k);
    }

    static int regularity(int k) {
        if (!(k >= 1 && k <= MOST_REGULAR)) {
            throw notRegular(k);
        }
        return k;
    }

    private static InvalidInputException notRegular(Object k) {
        return new InvalidInputException(
                "k",
                k,
                new Words(
                        "a regularity is a whole number from 1 to " + MOST_REGULAR,
                        "规律性须为 1 到 " + MOST_REGULAR + " 的整数"),
                new Words("give 1 for purchases at random, more for even gaps", "随机购买请给 1，间隔均匀则给更大的数"));
    }

    /**
     * The best fit over k, from 1 on until the likelihood has fallen twice in a row.
     *
     * @throws InvalidInputException where the gaps of the customers are not known
     */
    static <M extends RegularModel> FitResult<M> fit(
            PurchaseSummaries customers, IntFunction<Family<M>> families, Fit.Settings settings) {
        PurchaseSummaries rows = customers.compressed();
        List<Fit<M>> fits = new ArrayList<>();
        int best = 0;
        for (int k = 1; k <= MOST_REGULAR && k <= best + 3; k++) {
            FitResult<M> result = fit(rows, k, families, settings, List.of());
            Optional<Fit<M>> found = result.found();
            if (found.isEmpty()) {
                return result;
            }
            fits.add(found.get());
            best = found.get().logLikelihood() > fits.get(best).logLikelihood() ? k - 1 : best;
        }
        return fits.get(best);
    }

    static <M extends RegularModel> FitResult<M> fit(
            PurchaseSummaries customers,
            int k,
            IntFunction<Family<M>> families,
            Fit.Settings settings,
            List<double[]> known) {
        // The rest of the likelihood is in units of time to the power of -kx; so the gaps make up for all but one k-th.
        double unit = Math.log(customers.longestAge());
        double logGaps = k == 1 ? 0 : customers.sumOfLogGaps() - customers.purchases() * unit;
        double gaps = BetaGeometricModel.ofGaps(regularity(k), customers.purchases(), logGaps);
        FitResult<M> result = PurchaseFitting.fit(customers, families.apply(k), settings, known);
        return result.found().<FitResult<M>>map(fit -> fit.shifted(gaps)).orElse(result);
    }
}
