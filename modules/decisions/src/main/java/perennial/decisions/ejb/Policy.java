package perennial.decisions.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import perennial.decisions.model.Conditions;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.kernel.Words;
import perennial.ruleengine.Budget;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.Holdout;
import perennial.ruleengine.QuietHours;

/**
 * What the shop allows its decisions: properties {@code perennial.decisions.NAME} with the names of {@link GuardRails}
 * (maxDiscount, minMargin, maxDecisions, quietHours), {@code budget}, what one run may spend on contacts and discounts in major
 * units, and {@code holdout}, the share of the customers who are kept without offers for comparison, 0.05 by default; what is not set is standard, and without a budget none limits. With them the {@link Conditions} of alarms. Read at start, so that a value that makes no
 * sense stops the product and not the weekly run.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // written once, before anybody reads
public class Policy {
    private static final String PREFIX = "perennial.decisions.";
    private static final Holdout STANDARD_HOLDOUT = new Holdout(0.05);

    @Inject
    private Config config;

    private Conditions conditions = Conditions.standard();
    private Allowance allowance = new Allowance(GuardRails.standard(), Optional.empty(), STANDARD_HOLDOUT);

    /** One that the container did not make, and that asks no configuration. */
    static Policy of(Allowance allowance) {
        Policy policy = new Policy();
        policy.allowance = allowance;
        return policy;
    }

    /** @param budget in major units */
    record Allowance(GuardRails rails, Optional<BigDecimal> budget, Holdout holdout) {
        Allowance {
            if (budget.filter(amount -> amount.signum() < 0).isPresent()) {
                throw new InvalidInputException(
                        "budget",
                        budget.get(),
                        new Words("a budget is not negative", "预算不能为负"),
                        new Words("give what one run may spend", "请给出一次运行可花费的金额"));
            }
        }

        /** A run's own budget, whole at its start. */
        Budget budget(Currency currency) {
            return budget.map(major -> Budget.of(Money.of(major, currency))).orElseGet(Budget::unlimited);
        }
    }

    @PostConstruct
    void read() {
        allowance = allowance(name -> config.getOptionalValue(name, String.class));
        conditions = Conditions.read(name -> config.getOptionalValue(name, String.class));
    }

    public Conditions conditions() {
        return conditions;
    }

    public Holdout holdout() {
        return allowance.holdout();
    }

    public GuardRails rails() {
        return allowance.rails();
    }

    public Budget budget(Currency currency) {
        return allowance.budget(currency);
    }

    static Allowance allowance(Function<String, Optional<String>> properties) {
        GuardRails standard = GuardRails.standard();
        try {
            GuardRails rails = new GuardRails(
                    number(properties, "maxDiscount")
                            .map(BigDecimal::doubleValue)
                            .orElse(standard.maxDiscount()),
                    number(properties, "minMargin").map(BigDecimal::doubleValue).orElse(standard.minMargin()),
                    standard.caps(),
                    standard.allChannels(),
                    number(properties, "maxDecisions").map(BigDecimal::intValue).orElse(standard.maxDecisions()),
                    properties.apply(PREFIX + "quietHours").map(QuietHours::of).orElse(standard.quietHours()));
            Holdout holdout = number(properties, "holdout")
                    .map(BigDecimal::doubleValue)
                    .map(Holdout::new)
                    .orElse(STANDARD_HOLDOUT);
            return new Allowance(rails, number(properties, "budget"), holdout);
        } catch (InvalidInputException e) {
            throw e.under(PREFIX);
        }
    }

    private static Optional<BigDecimal> number(Function<String, Optional<String>> properties, String name) {
        Optional<String> text = properties.apply(PREFIX + name).map(String::strip);
        try {
            return text.map(BigDecimal::new);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    name,
                    text.orElse(""),
                    new Words("it is no number", "不是数"),
                    new Words("give a number such as 10", "请给出数，例如 10"));
        }
    }
}
