package perennial.pipeline;

import java.util.Locale;

/** The steps of a weekly run, in the order in which each needs those before it. */
public enum Station {
    FEATURES,
    STAGES,
    /** Chooses the value model, in the runs in which that is due. */
    VALUE_CHOICE,
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
