package perennial.analytics.churn;

import perennial.analytics.features.Features;

/** A customer who was alive at a cut: what was known of them then, and whether they left afterwards. */
public record Example(Features features, boolean churned) {}
