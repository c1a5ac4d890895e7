package perennial.analytics.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import perennial.analytics.language.Phrases;

/** Where a customer stands in the life with the shop, in the order in which a life is lived. */
public enum Stage {
    /** Known to the shop, has not bought. */
    ACQUISITION("acquisition"),
    /** Has bought on one day. */
    CONVERSION("conversion"),
    /** Has come back. */
    RETENTION("retention"),
    /** Buys often, and has done so for a time. */
    ACTIVE("active"),
    /** Has stopped. */
    CHURNED("churned");

    static final Phrases LABELS = Phrases.beside(Stage.class, "labels");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** The name in files, columns and JSON. */
    public String label() {
        return label;
    }

    /** The stage of that label. */
    public static Stage labelled(String label) {
        return Arrays.stream(values())
                .filter(stage -> stage.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no stage \"" + label + "\""));
    }

    /** The name for people. */
    public String title(Locale locale) {
        return LABELS.get(locale, label);
    }
}
