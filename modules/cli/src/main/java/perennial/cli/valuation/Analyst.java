package perennial.cli.valuation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.FitResult;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.btyd.PurchaseSummaries;
import perennial.analytics.btyd.TraitModel;
import perennial.analytics.valuation.BackTest;
import perennial.analytics.valuation.Judgement;
import perennial.analytics.valuation.KnownPasts;
import perennial.analytics.valuation.ModelChoice;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.PurchaseLog;
import perennial.analytics.valuation.ValueFit;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;
import perennial.kernel.Words;

/** Reads files and fits models to them, telling on the terminal what takes its time. */
public final class Analyst {
    public static final String AUTO = "auto";
    private static final Fit.Settings SETTINGS = Fit.Settings.standard();
    private static final int ORIGINS = 3;
    private static final double PARTS = 4;
    private static final int INTERVAL_SAMPLE = 1000;
    private static final int WEEKS = 52;

    private final Terminal terminal;
    private final InstantSource clock;

    public Analyst(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** What came of some work, and how long it took. */
    public record Timed<T>(T result, Duration duration) {}

    private interface Work<T> {
        T done() throws IOException;
    }

    private <T> Timed<T> timed(Work<T> work) throws IOException {
        Instant start = clock.instant();
        T result = work.done();
        return new Timed<>(result, Duration.between(start, clock.instant()));
    }

    /** @param traits the names of the columns that tell of traits */
    public Timed<PurchaseFile> read(Path file, Optional<TimeUnit> unit, List<String> traits) throws IOException {
        Gauge gauge = terminal.gauge();
        Timed<PurchaseFile> read = timed(() -> PurchaseFile.read(
                file,
                unit,
                traits,
                rows -> gauge.show(
                        terminal.phrase("value.reading", terminal.figures().count(rows)))));
        gauge.clear();
        return read;
    }

    /** Fits a model by name, or the one that a back-test (of a log) or the likelihood (of a summary) prefers. */
    public Fitted fit(Timed<PurchaseFile> file, String model) throws IOException {
        Timed<KnownPasts> pasts = timed(file.result()::pasts);
        if (!file.result().traits().isEmpty()) {
            return fitWithTraits(file, pasts, PurchaseKind.labelled(model));
        }
        Timed<PurchaseSummaries> rows = timed(() -> pasts.result().summaries().compressed());
        Optional<ModelChoice> choice =
                model.equals(AUTO) ? file.result().log().flatMap(this::chosen) : Optional.empty();
        List<PurchaseKind> kinds = model.equals(AUTO)
                ? choice.flatMap(ModelChoice::kind).map(List::of).orElse(PurchaseKind.candidates())
                : List.of(PurchaseKind.labelled(model));
        if (kinds.get(0).needsGaps() && !pasts.result().hasGaps()) {
            throw Failure.misused("value.needs-gaps", model);
        }
        Gauge gauge = terminal.gauge();
        Consumer<PurchaseKind> told = kind -> gauge.show(terminal.phrase("value.fitting", kind.label()));
        Timed<ValueFit> fit = timed(() -> best(kinds, rows.result(), pasts.result(), told));
        gauge.clear();
        Fit<? extends PurchaseModel> found =
                fit.result().purchases().orElseThrow(() -> unfit(fit.result().reason()));
        return new Fitted(
                Estimate.ofPurchases(found),
                place -> found.model(),
                fit.result().spends().map(Estimate::ofSpends),
                fit.result().spends().map(Fit::model),
                choice.map(made -> terminal.inLanguage(made.reason())).orElseGet(() -> reason(model)),
                fit.result().reason(),
                new Fitted.Times(file.duration(), pasts.duration().plus(rows.duration()), fit.duration()));
    }

    private Fitted fitWithTraits(Timed<PurchaseFile> file, Timed<KnownPasts> pasts, PurchaseKind kind)
            throws IOException {
        TraitColumns columns = file.result().traits();
        Gauge gauge = terminal.gauge();
        gauge.show(terminal.phrase("value.fitting", kind.label()));
        Timed<FitResult<? extends TraitModel<?>>> fit =
                timed(() -> kind.fit(pasts.result().summaries(), columns.traits(), SETTINGS));
        Optional<Fit<GammaGamma>> spends = ValueFit.spends(pasts.result(), SETTINGS);
        gauge.clear();
        Words reason = ValueFit.reason(fit.result());
        Fit<? extends TraitModel<?>> found = ValueFit.usable(fit.result()).orElseThrow(() -> unfit(reason));
        return new Fitted(
                Estimate.ofTraits(found),
                place -> found.model().of(columns.of(place)),
                spends.map(Estimate::ofSpends),
                spends.map(Fit::model),
                terminal.phrase("value.by-name"),
                reason,
                new Fitted.Times(file.duration(), pasts.duration(), fit.duration()));
    }

    private String reason(String model) {
        return terminal.phrase(model.equals(AUTO) ? "value.by-likelihood" : "value.by-name");
    }

    private static ValueFit best(
            List<PurchaseKind> kinds, PurchaseSummaries rows, KnownPasts pasts, Consumer<PurchaseKind> told) {
        Optional<Fit<GammaGamma>> spends = ValueFit.spends(pasts, SETTINGS);
        return kinds.stream()
                .peek(told)
                .map(kind -> ValueFit.of(kind, kind.fit(rows, SETTINGS), spends))
                .max(Comparator.comparingDouble(
                        fit -> fit.purchases().map(Fit::logLikelihood).orElse(Double.NEGATIVE_INFINITY)))
                .orElseThrow();
    }

    /** The spend model of a file; empty where it tells of no spend. */
    public Optional<GammaGamma> spends(PurchaseFile file) {
        return ValueFit.spends(file.pasts(), SETTINGS).map(Fit::model);
    }

    private Failure unfit(Words reason) {
        return Failure.of("value.unfit", terminal.inLanguage(reason));
    }

    /** The choice by a back-test; empty where the log is too short for one. */
    private Optional<ModelChoice> chosen(PurchaseLog log) {
        double horizon = (log.end() - log.begin()) / PARTS;
        if (!(horizon > 0)) {
            return Optional.empty();
        }
        return Optional.of(ModelChoice.of(
                judge(log, settings(log, PurchaseKind.candidatesWithGaps(), horizon, List.of())), Optional.empty()));
    }

    /**
     * @param kinds the models that compete
     * @param origins empty for three in the later half of the log
     */
    public BackTest.Settings settings(PurchaseLog log, List<PurchaseKind> kinds, double horizon, List<Double> origins) {
        double week = Math.max((log.end() - log.begin()) / WEEKS, Double.MIN_NORMAL);
        return new BackTest.Settings(
                kinds,
                origins.isEmpty() ? BackTest.origins(log.begin(), log.end(), horizon, ORIGINS) : origins,
                horizon,
                log.end(),
                week,
                INTERVAL_SAMPLE,
                SETTINGS);
    }

    public List<Judgement> judge(PurchaseLog log, BackTest.Settings settings) {
        BackTest test = new BackTest(log, settings);
        Gauge gauge = terminal.gauge();
        List<BackTest.Cell> cells = test.cells();
        List<Judgement> judged = new ArrayList<>();
        for (BackTest.Cell cell : cells) {
            gauge.show(terminal.phrase("value.judging", cell.forecaster(), judged.size() + 1, cells.size()));
            judged.add(test.judge(cell));
        }
        gauge.clear();
        return judged;
    }
}
