package perennial.churn.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.analytics.churn.Contest;
import perennial.analytics.evaluation.ErrorCosts;
import perennial.churn.model.Terms;

/** What models are held to, and how long a search for their settings may take. The fields are the settings. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ChurnLimits {
    @Inject
    @ConfigProperty(name = "perennial.churn.margin.auc", defaultValue = "0.005")
    private double aucMargin;

    @Inject
    @ConfigProperty(name = "perennial.churn.margin.logloss", defaultValue = "0")
    private double logLossMargin;

    @Inject
    @ConfigProperty(name = "perennial.churn.cost.falsealarm", defaultValue = "1")
    private double falseAlarm;

    @Inject
    @ConfigProperty(name = "perennial.churn.cost.missed", defaultValue = "1")
    private double missed;

    @Inject
    @ConfigProperty(name = "perennial.churn.age.days", defaultValue = "91")
    private long oldestDays;

    @Inject
    @ConfigProperty(name = "perennial.churn.horizon.days", defaultValue = "0")
    private int horizonDays;

    @Inject
    @ConfigProperty(name = "perennial.churn.search.seconds", defaultValue = "10")
    private long seconds;

    /** When the server starts, not when the first run needs it. */
    @PostConstruct
    void refuseBadValues() {
        terms();
    }

    public Terms terms() {
        return new Terms(
                new Contest.Margin(aucMargin, logLossMargin),
                new ErrorCosts(falseAlarm, missed),
                oldestDays,
                horizonDays);
    }

    public Duration budget() {
        return Duration.ofSeconds(seconds);
    }
}
