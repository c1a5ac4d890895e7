package perennial.value.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import perennial.analytics.btyd.Fit;
import perennial.analytics.valuation.BackTest;
import perennial.analytics.valuation.BackTest.Cell;
import perennial.analytics.valuation.Judgement;
import perennial.analytics.valuation.ModelChoice;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.PurchaseLog;
import perennial.kernel.Progress;
import perennial.kernel.Words;

/**
 * The work of a choice: a back-test cell after the other until all are done or the budget is spent, then the verdict
 * over the times in the past at which every model was judged.
 */
public final class Choosing {
    private static final int ORIGINS = 3;
    private static final double LEAST_HISTORY = 120;
    private static final double PARTS = 4;
    private static final int INTERVAL_SAMPLE = 1000;
    private static final double WEEK = 7;

    private final Optional<BackTest> test;
    private final Optional<Double> horizon;
    private final double history;

    private Choosing(Optional<BackTest> test, Optional<Double> horizon, double history) {
        this.test = test;
        this.horizon = horizon;
        this.history = history;
    }

    /**
     * Forecasts go as far as 12 months, or a quarter of the history where that is shorter, from three times in its later
     * half.
     *
     * @param log of days
     * @param today the last day that is known to its end
     */
    public static Choosing of(PurchaseLog log, double today) {
        double begin = log.customers() == 0 ? today : log.begin();
        double history = today - begin;
        if (history < LEAST_HISTORY) {
            return new Choosing(Optional.empty(), Optional.empty(), history);
        }
        double horizon = Math.min(Valuation.HORIZON, Math.floor(history / PARTS));
        BackTest.Settings settings = new BackTest.Settings(
                PurchaseKind.candidatesWithGaps(),
                BackTest.origins(begin, today, horizon, ORIGINS),
                horizon,
                today,
                WEEK,
                INTERVAL_SAMPLE,
                Fit.Settings.standard());
        return new Choosing(Optional.of(new BackTest(log, settings)), Optional.of(horizon), history);
    }

    /** How far forecasts go; empty where the history is too short for any. */
    public Optional<Double> horizon() {
        return horizon;
    }

    /** Where a choice stands: what is judged, and what follows from it. */
    public record Verdict(boolean complete, Optional<PurchaseKind> kind, Words reason) {}

    /**
     * @param before what was judged before
     * @param keep keeps each new judgement as soon as it is there
     */
    public Verdict decide(
            List<Judgement> before,
            Optional<PurchaseKind> inForce,
            Consumer<Judgement> keep,
            Duration budget,
            Clock clock,
            Progress progress) {
        if (test.isEmpty()) {
            return new Verdict(true, Optional.empty(), Tellings.words("too-short", history, LEAST_HISTORY));
        }
        List<Judgement> judged = new ArrayList<>(before);
        Set<Cell> open = open(before);
        Instant end = clock.instant().plus(budget);
        progress.total(open.size());
        for (Cell cell : open) {
            if (!clock.instant().isBefore(end)) {
                return verdict(judged, false, inForce, budget);
            }
            Judgement judgement = test.get().judge(cell);
            keep.accept(judgement);
            judged.add(judgement);
            progress.advance(1);
        }
        return verdict(judged, true, inForce, budget);
    }

    private Set<Cell> open(List<Judgement> before) {
        Set<Cell> open = new LinkedHashSet<>(test.orElseThrow().cells());
        before.forEach(judgement -> open.remove(new Cell(judgement.forecaster(), judgement.origin())));
        return open;
    }

    private Verdict verdict(List<Judgement> judged, boolean complete, Optional<PurchaseKind> inForce, Duration budget) {
        Set<Double> unfinished = open(judged).stream().map(Cell::origin).collect(Collectors.toSet());
        List<Judgement> whole = judged.stream()
                .filter(judgement -> !unfinished.contains(judgement.origin()))
                .toList();
        if (whole.isEmpty()) {
            return new Verdict(complete, Optional.empty(), Tellings.words("budget-spent", budget.toSeconds()));
        }
        ModelChoice choice = ModelChoice.of(whole, inForce);
        return new Verdict(complete, choice.kind(), choice.reason());
    }
}
