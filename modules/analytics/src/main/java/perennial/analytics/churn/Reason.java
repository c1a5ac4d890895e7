package perennial.analytics.churn;

import java.util.Locale;
import java.util.OptionalDouble;
import perennial.analytics.features.Feature;

/**
 * One thing that raises a customer's risk of leaving, in structure and in words.
 *
 * @param feature the one that says most about it
 * @param value the customer's; empty where it being unknown is the reason
 * @param typical the median of the customers that the model learned from
 * @param logOdds what the feature and those that tell the same story add to the score together; above 0
 * @param english a sentence, as in "usually buys every 23 days, silent for 61 days"
 * @param chinese the same in Simplified Chinese
 */
public record Reason(
        Feature feature, OptionalDouble value, OptionalDouble typical, double logOdds, String english, String chinese) {

    public String sentence(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
