package perennial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class BackTestCommandTest {
    private final Workbench desk;

    BackTestCommandTest(@TempDir Path directory) {
        desk = new Workbench(directory);
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "PERENNIAL_DATA",
            matches = ".+",
            disabledReason = "left out: set PERENNIAL_DATA to the folder of public data sets")
    void the_cdnow_sample_is_read_as_it_comes_and_its_back_test_gives_the_published_figures() throws IOException {
        Path sample = Path.of(System.getenv("PERENNIAL_DATA"), "cdnow", "CDNOW_sample.txt");
        Path report = desk.directory().resolve("report.html");
        Spoken spoken = desk.said(
                "value",
                "backtest",
                sample.toString(),
                "--out",
                report.toString(),
                "--origin",
                "1997-09-30",
                "--horizon",
                "273");
        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out()).containsPattern("bg-nbd +1653\\.4 +1882\\.0 +-0\\.\\d+ +0\\.7855 +1\\.6080");
        assertThat(Files.readString(report)).contains("1653.4");
    }

    @Test
    void a_report_opens_without_a_network_and_shows_four_kinds_of_picture() throws IOException {
        Path report = desk.directory().resolve("report.html");
        Spoken spoken = desk.said("value", "backtest", desk.orders().toString(), "--out", report.toString());
        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out()).contains("as before", "mean", "mbg-nbd", "pareto-nbd", "bg-nbd");
        String page = Files.readString(report);
        assertThat(page).contains("chart-bars", "chart-dots", "chart-lines", "chart-histogram");
        assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("<script");
    }

    @Test
    void a_back_test_of_a_summary_is_refused_with_what_it_needs() throws IOException {
        Path file = desk.file("s.csv", "id,x,t_x,T\nanna,2,30,40\n");
        Spoken spoken = desk.said(
                "value",
                "backtest",
                file.toString(),
                "--out",
                desk.directory().resolve("r.html").toString());
        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains("order log");
    }
}
