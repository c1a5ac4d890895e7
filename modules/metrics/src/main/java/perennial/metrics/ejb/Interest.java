package perennial.metrics.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** The rate at which the shop discounts, refused at start where it makes no sense. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // nothing changes after the start
public class Interest {
    private static final String PROPERTY = "perennial.metrics.annualRate";

    @Inject
    @ConfigProperty(name = PROPERTY, defaultValue = "0.1")
    private String text;

    private double annualRate;

    @PostConstruct
    void read() {
        annualRate = parse(text);
    }

    /** As a share: 0.1 is 10 % a year. */
    public double annualRate() {
        return annualRate;
    }

    static double parse(String text) {
        try {
            double rate = Double.parseDouble(text.strip());
            if (rate > -1 && rate < Double.POSITIVE_INFINITY) {
                return rate;
            }
        } catch (NumberFormatException e) {
            throw refusal(text, new Words("it is no number", "不是数"));
        }
        throw refusal(text, new Words("a rate lies above -1", "利率应大于 -1"));
    }

    private static InvalidInputException refusal(String text, Words reason) {
        return new InvalidInputException(
                PROPERTY, text, reason, new Words("give such as 0.1 for a tenth a year", "请给出例如 0.1，即每年十分之一"));
    }
}
