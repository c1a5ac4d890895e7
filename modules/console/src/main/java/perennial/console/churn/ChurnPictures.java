package perennial.console.churn;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import perennial.charts.BarChart;
import perennial.charts.BarChart.Series;
import perennial.charts.Caption;
import perennial.charts.Scale;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.console.shell.Format;

/** What the page of the churn model draws. */
@RequestScoped
public class ChurnPictures {
    @Inject
    private Format format;

    /** How often each model ranks a customer who left above one who stayed. */
    String comparison(ChurnEvidence evidence) {
        ResourceBundle text = ResourceBundle.getBundle("perennial.console.churn.phrases", format.locale());
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Map.Entry<String, Map<String, Double>> model : evidence.measures().entrySet()) {
            Double auc = model.getValue().get("auc");
            if (auc != null) {
                names.add(format.known(text, "model.", model.getKey()));
                values.add(auc);
            }
        }
        return new BarChart(
                        new Caption(text.getString("comparison"), text.getString("comparison.meaning")),
                        BarChart.Direction.RIGHT,
                        text.getString("model"),
                        Scale.number("AUC"),
                        names,
                        List.of(new Series("AUC", values)))
                .svg(format.locale());
    }
}
