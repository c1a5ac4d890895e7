package perennial.cli.segmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import perennial.analytics.clustering.Kernel;
import perennial.analytics.clustering.Matrix;
import perennial.analytics.clustering.Preparation;
import perennial.analytics.clustering.SegmentationFit;
import perennial.analytics.clustering.SegmentationFit.Effort;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;
import perennial.kernel.Progress;

/** Reads files of customers and finds their segments, telling on the terminal what takes its time. */
public final class Segmenting {
    private final Terminal terminal;
    private final InstantSource clock;

    public Segmenting(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** What came of some work, and how long it took. */
    public record Timed<T>(T result, Duration duration) {}

    /** @param isRaw whether columns are clustered as they are given */
    public record Settings(SegmentRange k, long seed, boolean isRaw) {
        SegmentationFit.Settings ofFit() {
            return SegmentationFit.Settings.usual(seed)
                    .withSegments(k.fewest(), k.most())
                    .withRules(isRaw ? Preparation.Rules.raw() : Preparation.Rules.usual())
                    .withEffort(Effort.usual().withKernel(Kernel.fastest()));
        }
    }

    public Timed<FeatureTable> read(Path file, FeatureTable.Wanted wanted) throws IOException {
        Gauge gauge = terminal.gauge();
        Instant start = clock.instant();
        FeatureTable table = FeatureTable.read(
                file,
                wanted,
                rows -> gauge.show(
                        terminal.phrase("value.reading", terminal.figures().count(rows))));
        gauge.clear();
        return new Timed<>(table, Duration.between(start, clock.instant()));
    }

    public Segmented fit(Timed<FeatureTable> table, Settings settings) {
        Matrix matrix = table.result().matrix();
        Gauge gauge = terminal.gauge();
        gauge.show(terminal.phrase("segment.preparing"));
        Instant start = clock.instant();
        SegmentationFit fit = SegmentationFit.fit(matrix, settings.ofFit(), shownOn(gauge));
        gauge.clear();
        return Segmented.of(matrix, fit, settings.isRaw(), table.duration(), Duration.between(start, clock.instant()));
    }

    private Progress shownOn(Gauge gauge) {
        AtomicLong all = new AtomicLong();
        AtomicLong done = new AtomicLong();
        return new Progress() {
            @Override
            public void total(long total) {
                all.set(total);
            }

            @Override
            public void advance(long by) {
                gauge.show(terminal.phrase("segment.fitting", done.addAndGet(by), all.get()));
            }
        };
    }
}
