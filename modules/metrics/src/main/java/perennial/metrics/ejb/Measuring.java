package perennial.metrics.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import perennial.activity.Customers;
import perennial.activity.Histories;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Window;
import perennial.metrics.Metrics;
import perennial.metrics.jpa.ReportRows;
import perennial.metrics.model.Measurement;

@Stateless
@Local(Metrics.class)
public class Measuring implements Metrics {
    private static final List<Integer> WEEKS = List.of(13, 52);

    @Inject
    private Customers customers;

    @Inject
    private Histories histories;

    @Inject
    private Books books;

    @Inject
    private ReportRows reports;

    @Override
    public void renew(Run run, Progress progress) {
        progress.total(customers.count());
        ZoneId zone = books.settings().zone();
        List<Window> periods = WEEKS.stream()
                .map(weeks ->
                        new Window(run.asOf().atZone(zone).minusWeeks(weeks).toInstant(), run.asOf()))
                .toList();
        reports.replace(run, measure(run.asOf(), periods, progress));
    }

    @Override
    public Optional<Report> of(Run run) {
        return reports.of(run);
    }

    @Override
    public Report of(Window window) {
        return measure(window.to(), List.of(window), Progress.SILENT);
    }

    private Report measure(Instant asOf, List<Window> periods, Progress progress) {
        Measurement measurement = new Measurement(books.setting(asOf), asOf, periods);
        histories.each(asOf, history -> {
            measurement.add(history);
            progress.advance(1);
        });
        return measurement.report(books::costs, books.annualInterest());
    }
}
