package perennial.canary.analytics;

import jakarta.enterprise.context.ApplicationScoped;

/** An algorithm that is a bean. */
@ApplicationScoped
public class KnowsTheServer {}
