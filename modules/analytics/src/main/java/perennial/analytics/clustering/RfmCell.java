package perennial.analytics.clustering;

import java.util.Locale;
import perennial.analytics.language.Phrases;

/** The named cells of the RFM grid, as marketers know them. */
public enum RfmCell {
    CHAMPIONS("champions"),
    LOYAL("loyal"),
    POTENTIAL_LOYALISTS("potentialLoyalists"),
    NEW_CUSTOMERS("newCustomers"),
    PROMISING("promising"),
    NEED_ATTENTION("needAttention"),
    ABOUT_TO_SLEEP("aboutToSleep"),
    AT_RISK("atRisk"),
    CANNOT_LOSE("cannotLose"),
    HIBERNATING("hibernating"),
    LOST("lost");

    /** By recency 5 to 1 from above, and by the mean of frequency and monetary value 1 to 5 from the left. */
    private static final RfmCell[][] GRID = {
        {NEW_CUSTOMERS, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, CHAMPIONS, CHAMPIONS},
        {PROMISING, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, LOYAL, CHAMPIONS},
        {ABOUT_TO_SLEEP, NEED_ATTENTION, NEED_ATTENTION, LOYAL, LOYAL},
        {HIBERNATING, HIBERNATING, AT_RISK, AT_RISK, AT_RISK},
        {LOST, LOST, AT_RISK, CANNOT_LOSE, CANNOT_LOSE},
    };

    private static final Phrases LABELS = Phrases.beside(RfmCell.class, "cells");

    private final String label;

    RfmCell(String label) {
        this.label = label;
    }

    /** The name in files and JSON. */
    public String label() {
        return label;
    }

    /** The name for people. */
    public String title(Locale locale) {
        return LABELS.get(locale, label);
    }

    static RfmCell at(int recency, int worth) {
        return GRID[5 - recency][worth - 1];
    }
}
