package perennial.metrics;

import perennial.kernel.Progress;
import perennial.kernel.Run;

/** The shop's nine metrics with the inputs they rest on. */
public interface Metrics {
    /** Works out the metrics of the 12 months before the run and stores them. */
    void renew(Run run, Progress progress);
}
