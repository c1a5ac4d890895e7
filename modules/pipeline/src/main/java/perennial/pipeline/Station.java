package perennial.pipeline;

import java.util.Locale;

/** The steps of a weekly run, in the order in which each needs those before it. */
public enum Station {
    FEATURES,
    STAGES,
    VALUE,
    SEGMENTS,
    CHURN,
    METRICS,
    DECISIONS,
    OVERVIEW;

    /** The name in the job, in rows and in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Station labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
