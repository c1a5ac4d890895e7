package perennial.metrics.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.kernel.Run;
import perennial.kernel.Window;
import perennial.metrics.Metrics.Report;
import perennial.metrics.model.TeaShop;
import perennial.migrations.Databases;

class ReportRowsTest {
    private static final Run RUN = new Run(7, TeaShop.END);
    private static final Window LAST_WEEK = new Window(TeaShop.END.minusSeconds(7 * 86_400), TeaShop.END);

    @ParameterizedTest
    @EnumSource
    void a_report_comes_back_as_it_was_stored(Databases database) {
        ReportRows rows = new ReportRows(database.fresh());
        Report report = new TeaShop().withoutCosts().report(LAST_WEEK, TeaShop.PERIOD);
        rows.replace(RUN, report);
        assertThat(rows.of(RUN)).hasValue(report);
    }

    @ParameterizedTest
    @EnumSource
    void a_report_stored_again_takes_the_place_of_the_first(Databases database) {
        ReportRows rows = new ReportRows(database.fresh());
        Report report = new TeaShop().report(TeaShop.PERIOD);
        rows.replace(RUN, new TeaShop().withoutCosts().report(LAST_WEEK, TeaShop.PERIOD));
        rows.replace(RUN, report);
        assertThat(rows.of(RUN)).hasValue(report);
    }

    @ParameterizedTest
    @EnumSource
    void each_run_has_its_own_report(Databases database) {
        ReportRows rows = new ReportRows(database.fresh());
        Report report = new TeaShop().report(TeaShop.PERIOD);
        rows.replace(RUN, report);
        rows.replace(new Run(8, TeaShop.END), new TeaShop().report(LAST_WEEK));
        assertThat(rows.of(RUN)).hasValue(report);
        assertThat(rows.of(new Run(9, TeaShop.END))).isEmpty();
    }
}
