package perennial.crmapi.wire;

import java.math.BigDecimal;
import perennial.kernel.Money;

/** An amount in major units. */
public record MoneyView(BigDecimal amount, String currency) {
    public static MoneyView of(Money money) {
        return new MoneyView(money.toMajor(), money.currency().getCurrencyCode());
    }
}
