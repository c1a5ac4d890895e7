package perennial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {
    private static final String BG_NBD = "r=0.24,alpha=4.41,a=0.79,b=2.43";
    private final Workbench desk;

    FitCommandTest(@TempDir Path directory) {
        desk = new Workbench(directory);
    }

    @Test
    void a_fit_answers_with_parameters_errors_evidence_and_seconds() throws IOException {
        Path log = desk.orders();
        JsonObject fit = Workbench.document(desk.said("value", "fit", log.toString(), "--model", "mbg-nbd", "--json"));
        assertThat(fit.getString("model")).isEqualTo("mbg-nbd");
        assertThat(fit.getJsonObject("parameters").keySet()).containsExactly("r", "alpha", "a", "b");
        assertThat(fit.getJsonObject("convergence").getString("status")).isNotBlank();
        assertThat(fit.keySet())
                .contains("standardErrors", "logLikelihood", "readSeconds", "compressSeconds", "fitSeconds");
    }

    @Test
    void the_unit_of_time_changes_the_scale_and_no_forecast() throws IOException {
        Path log = desk.orders();
        JsonObject days =
                Workbench.document(desk.said("value", "fit", log.toString(), "--model", "pareto-nbd", "--json"));
        JsonObject weeks = Workbench.document(
                desk.said("value", "fit", log.toString(), "--model", "pareto-nbd", "--time-unit", "week", "--json"));
        assertThat(Workbench.number(weeks.getJsonObject("parameters"), "alpha") * 7)
                .isCloseTo(Workbench.number(days.getJsonObject("parameters"), "alpha"), within(1e-3));
        assertThat(Workbench.number(weeks.getJsonObject("parameters"), "r"))
                .isCloseTo(Workbench.number(days.getJsonObject("parameters"), "r"), within(1e-5));
    }

    @Test
    void models_and_parameters_that_there_are_not_are_refused() throws IOException {
        Path file = desk.file("s.csv", "id,x,t_x,T\nanna,2,30,40\n");
        Spoken model = desk.said("value", "fit", file.toString(), "--model", "bgnbd");
        assertThat(model.exitCode()).isEqualTo(2);
        assertThat(model.err()).contains("bg-nbd, mbg-nbd, pareto-nbd, bg-bb, bg-cnbd, mbg-cnbd");
        Spoken parameters =
                desk.said("value", "score", file.toString(), "--model", "pareto-nbd", "--parameters", BG_NBD);
        assertThat(parameters.exitCode()).isEqualTo(2);
        assertThat(parameters.err()).contains("r, alpha, s, beta");
        assertThat(desk.said("value", "score", file.toString(), "--parameters", BG_NBD)
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void too_few_customers_are_a_stated_reason_in_the_readers_language() throws IOException {
        Path file = desk.file("s.csv", "id,x,t_x,T\nanna,2,30,40\n");
        assertThat(desk.said("value", "fit", file.toString()).err()).contains("Not enough data: 1 customers");
        assertThat(desk.said("--lang", "zh", "value", "fit", file.toString()).err())
                .contains("数据不足");
    }

    @Test
    void a_log_of_regular_buyers_is_fitted_with_its_regularity_among_the_parameters() throws IOException {
        JsonObject fit = Workbench.document(
                desk.said("value", "fit", desk.orders().toString(), "--model", "mbg-cnbd", "--json"));
        assertThat(fit.getJsonObject("parameters").keySet()).containsExactly("k", "r", "alpha", "a", "b");
        assertThat(Workbench.number(fit, "logLikelihood"))
                .isGreaterThanOrEqualTo(Workbench.number(
                        Workbench.document(
                                desk.said("value", "fit", desk.orders().toString(), "--model", "mbg-nbd", "--json")),
                        "logLikelihood"));
    }

    @Test
    void a_fit_with_traits_tells_their_coefficients_and_scores_by_them() throws IOException {
        Path log = desk.ordersWithTraits();
        JsonObject fit = Workbench.document(
                desk.said("value", "fit", log.toString(), "--model", "bg-nbd", "--traits", "web", "--json"));
        assertThat(fit.getJsonObject("parameters").keySet())
                .containsExactly("r", "alpha", "a", "b", "buying.web", "leaving.web", "staying.web");
        assertThat(desk.document(log, "value score", "--model", "bg-nbd", "--traits", "web", "--horizon", "90")
                        .getJsonArray("customers"))
                .hasSize(150);
        assertThat(desk.said("value", "fit", log.toString(), "--model", "mbg-nbd", "--traits", "web")
                        .err())
                .contains("pareto-nbd and bg-nbd");
        assertThat(desk.said("value", "fit", log.toString(), "--model", "bg-nbd", "--traits", "shop")
                        .err())
                .contains("no column \"shop\"");
        Path changing = desk.file("c.csv", "customer,time,web\nanna,2024-01-01,1\nanna,2024-02-01,0\n");
        assertThat(desk.said("value", "fit", changing.toString(), "--model", "bg-nbd", "--traits", "web")
                        .err())
                .contains("line 3", "a trait does not change");
    }
}
