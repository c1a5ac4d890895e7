package perennial.console.customers;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.console.shell.Failures;
import perennial.console.shell.Format;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.overview.AtRisk;
import perennial.overview.Overview;

/** The customers whose leaving would cost most, as many as a team can call. */
@Named
@RequestScoped
public class AtRiskPage {
    @Inject
    private Overview overview;

    @Inject
    private Format format;

    @Inject
    private AtRiskChoice choice;

    private List<Overview.CustomerRow> rows = List.of();
    private Optional<Money> total = Optional.empty();
    private Optional<InvalidInputException> refusal = Optional.empty();

    @PostConstruct
    void look() {
        try {
            rows = overview.customers(choice.query()).items();
            total = overview.shop().valueAtRisk();
        } catch (RuntimeException failure) {
            refusal = Optional.of(Failures.only(InvalidInputException.class, failure));
        }
    }

    public List<Overview.CustomerRow> getRows() {
        return rows;
    }

    public @Nullable InvalidInputException getRefusal() {
        return refusal.orElse(null);
    }

    /** Of all customers. */
    public String getTotal() {
        return total.map(format::roundMoney).orElse("–");
    }

    /** Of those in the list. */
    public String getListed() {
        return listed().map(format::roundMoney).orElse("–");
    }

    /** Of those in the list, as a share of the total. */
    public String getShare() {
        return total.filter(all -> all.minor() > 0)
                .flatMap(all -> listed().map(some -> format.percent((double) some.minor() / all.minor())))
                .orElse("–");
    }

    private Optional<Money> listed() {
        return rows.stream()
                .flatMap(row -> row.atRisk().stream())
                .map(AtRisk::amount)
                .reduce((a, b) -> new Money(a.minor() + b.minor(), a.currency()));
    }

    public String amount(Overview.CustomerRow row) {
        return row.atRisk().map(risk -> format.money(risk.amount())).orElse("–");
    }

    public String range(Overview.CustomerRow row) {
        return row.atRisk()
                .flatMap(risk -> risk.lower()
                        .flatMap(lower -> risk.upper().map(upper -> format.money(lower) + " … " + format.money(upper))))
                .orElse("–");
    }
}
