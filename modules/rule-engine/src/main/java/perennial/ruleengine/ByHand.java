package perennial.ruleengine;

import java.util.List;
import perennial.rules.CustomerSnapshot;

/** Rules written in Java, for comparison with the engine. */
interface ByHand {

    void decide(CustomerSnapshot customer, Recorder decisions);

    /** The shipped rules of all domains. */
    static List<ByHand> shipped(Parameters parameters) {
        return List.of(
                new MarketingByHand(parameters),
                new PricingByHand(parameters),
                new RiskByHand(parameters),
                new ServiceByHand(parameters));
    }

    static double number(Parameters parameters, String name) {
        return parameters.get(name).orElseThrow().value().doubleValue();
    }
}
