package perennial.profiles.ejb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;
import perennial.activity.FeatureRows;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.lifecycle.LifeCycle;
import perennial.analytics.lifecycle.Rhythm;
import perennial.kernel.CustomerId;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.profiles.Stages.CustomerChange;
import perennial.profiles.Stages.StageChange;
import perennial.profiles.Stages.StageRow;
import perennial.profiles.jpa.StageChanges;
import perennial.profiles.jpa.StageRows;

/** Reads the base twice, first for the shop's rhythm and then to place each customer, a thousand at a time. */
record StagePass(FeatureRows features, LifeCycle lifeCycle, StageRows rows, StageChanges changes) {
    private static final int TOGETHER = 1000;

    void renew(Run run, Optional<Run> before, Progress progress) {
        rows.keepOnly(before);
        changes.forgetAfter(before);
        Rhythm rhythm = rhythm(run, progress);
        Course course = new Course(run, changes.latest());
        List<Features> waiting = new ArrayList<>(TOGETHER);
        features.each(run, row -> {
            waiting.add(row.features());
            if (waiting.size() == TOGETHER) {
                flush(waiting, rhythm, course, progress);
            }
        });
        flush(waiting, rhythm, course, progress);
    }

    Rhythm rhythm(Run run, Progress progress) {
        DoubleStream.Builder gaps = DoubleStream.builder();
        AtomicLong customers = new AtomicLong();
        features.each(run, row -> {
            customers.incrementAndGet();
            row.features().get(Feature.GAP_MEAN).ifPresent(gaps);
        });
        progress.total(customers.get());
        return lifeCycle.rhythm(gaps.build());
    }

    private void flush(List<Features> waiting, Rhythm rhythm, Course course, Progress progress) {
        List<CustomerId> ids = waiting.stream().map(Features::customer).toList();
        Map<CustomerId, StageChange> last = changes.last(ids, course.run().asOf());
        List<StageRow> placed = new ArrayList<>(waiting.size());
        List<CustomerChange> changed = new ArrayList<>();
        for (Features customer : waiting) {
            Course.Step step = course.step(
                    customer.customer(),
                    Optional.ofNullable(last.get(customer.customer())),
                    lifeCycle.place(customer, rhythm));
            placed.add(step.row());
            step.change().ifPresent(change -> changed.add(new CustomerChange(customer.customer(), change)));
        }
        rows.add(course.run(), placed);
        changes.add(course.run(), changed);
        progress.advance(waiting.size());
        waiting.clear();
    }
}
