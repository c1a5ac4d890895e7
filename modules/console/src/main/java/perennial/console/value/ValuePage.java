package perennial.console.value;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.console.shell.Format;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;
import perennial.value.ValueScores;
import perennial.value.ValueScores.ValueModel;

/** The value models of the run in force with their evidence, and who is worth most. */
@Named
@RequestScoped
public class ValuePage {
    private static final int MOST_VALUABLE = 20;

    @Inject
    private Overview overview;

    @Inject
    private ValueScores scores;

    @Inject
    private Format format;

    private @Nullable ValueModel model;

    public record Parameter(String symbol, String amount, String error) {}

    @PostConstruct
    void look() {
        model = overview.inForce().map(scores::model).orElse(null);
    }

    public @Nullable ValueModel getModel() {
        return model;
    }

    public boolean isFitted() {
        return fitted().isPresent();
    }

    private Optional<ValueModel> fitted() {
        return Optional.ofNullable(model).filter(each -> each.state() == ValueScores.State.FITTED);
    }

    public List<Parameter> getParameters() {
        return fitted().stream()
                .flatMap(fit -> fit.parameters().entrySet().stream()
                        .map(entry -> new Parameter(
                                entry.getKey(),
                                format.decimal(entry.getValue(), 4),
                                Optional.ofNullable(fit.standardErrors().get(entry.getKey()))
                                        .map(error -> "± " + format.decimal(error, 4))
                                        .orElse("–"))))
                .toList();
    }

    public List<Overview.CustomerRow> getMostValuable() {
        return overview.customers(CustomerQuery.of(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "-value",
                        Optional.empty(),
                        MOST_VALUABLE))
                .items();
    }
}
